import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'

const look =
  'inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-[0.9375rem] no-underline transition-colors'

const off = 'border-edge hover:border-ink'

/** A choice among several that may be on at once; `pressed` is told to screen readers. */
export const Chip = ({
  pressed = false,
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & { pressed?: boolean }) => (
  <button
    type={type}
    aria-pressed={pressed}
    className={cn(look, pressed ? 'border-ink bg-ink text-paper' : off, className)}
    {...props}
  />
)

/** A link that stands among chips. */
export const ChipLink = (props: ComponentProps<typeof Link>) => <Link className={cn(look, off)} {...props} />

/** Something chosen that a press takes away again; `removeLabel` says so in words. */
export const RemovableChip = ({
  removeLabel,
  className,
  children,
  type = 'button',
  ...props
}: Omit<ComponentProps<'button'>, 'aria-label'> & { removeLabel: string }) => (
  <button
    type={type}
    aria-label={removeLabel}
    className={cn(look, 'border-transparent bg-paper-2 pr-3 hover:border-edge', className)}
    {...props}
  >
    {children}
    <X size={15} strokeWidth={1.75} aria-hidden="true" />
  </button>
)
