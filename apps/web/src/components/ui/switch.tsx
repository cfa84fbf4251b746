'use client'

import { Switch as Parts } from 'radix-ui'
import { type ComponentProps, useId } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<typeof Parts.Root>, 'id' | 'children'> & { label: string; hideLabel?: boolean }

/** On or off, at once: what it changes is saved by the press, without a button to confirm. */
export const Switch = ({ label, hideLabel, className, ...props }: Props) => {
  const id = useId()
  return (
    <span className={cn('inline-flex min-h-11 items-center gap-3', className)}>
      <Parts.Root
        id={id}
        className="relative after:absolute after:-inset-2.5 h-7 w-12 shrink-0 rounded-full border border-edge bg-sheet transition-colors data-[state=checked]:border-ink data-[state=checked]:bg-ink disabled:cursor-not-allowed disabled:opacity-55"
        {...props}
      >
        <Parts.Thumb className="block size-5 translate-x-1 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-5.5 data-[state=checked]:bg-paper" />
      </Parts.Root>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'cursor-pointer'}>
        {label}
      </label>
    </span>
  )
}
