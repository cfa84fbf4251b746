import type { ComponentProps } from 'react'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { type ButtonLook, buttonLook } from './button-look'

/** A link within the shop that looks like a button. */
export const ButtonLink = ({
  kind = 'primary',
  size = 'large',
  className,
  ...props
}: ComponentProps<typeof Link> & ButtonLook) => (
  <Link className={cn(buttonLook({ kind, size }), className)} {...props} />
)
