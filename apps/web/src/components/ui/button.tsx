import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { type ButtonLook, buttonLook } from './button-look'

export const Button = ({ kind, size, className, type = 'button', ...props }: ComponentProps<'button'> & ButtonLook) => (
  <button type={type} className={cn(buttonLook({ kind, size }), className)} {...props} />
)
