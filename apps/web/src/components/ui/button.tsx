import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { type ButtonLook, buttonLook } from './button-look'

export const Button = ({
  kind = 'primary',
  size = 'large',
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & ButtonLook) => (
  <button type={type} className={cn(buttonLook({ kind, size }), className)} {...props} />
)
