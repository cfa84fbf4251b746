'use client'

import { X } from 'lucide-react'
import { Dialog as Parts } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

type Props = {
  trigger?: ReactNode
  title: string
  /** Said with the title by screen readers; shown under it. */
  text?: ReactNode
  closeLabel: string
  open: boolean
  onOpenChange: (open: boolean) => void
  wide?: boolean
  children: ReactNode
}

/** A question or a small form above the page: focus goes in and stays in, Escape closes it, focus goes back. */
export const Dialog = ({ trigger, title, text, closeLabel, open, onOpenChange, wide, children }: Props) => (
  <Parts.Root open={open} onOpenChange={onOpenChange}>
    {trigger && <Parts.Trigger asChild>{trigger}</Parts.Trigger>}
    <Parts.Portal>
      <Parts.Overlay className="animate-in fixed inset-0 z-40 bg-shade" />
      <Parts.Content
        {...(text ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'animate-in fixed z-50 max-h-[90dvh] overflow-y-auto bg-sheet p-6 text-ink focus:outline-none',
          'inset-x-0 bottom-0 sm:inset-auto sm:left-1/2 sm:top-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-sm sm:p-8',
          wide ? 'sm:max-w-3xl' : 'sm:max-w-lg',
        )}
      >
        <div className="flex items-start justify-between gap-4">
          <Parts.Title className="font-serif text-head">{title}</Parts.Title>
          <Parts.Close className="-mr-2.5 -mt-1.5 grid size-11 shrink-0 place-items-center" aria-label={closeLabel}>
            <X size={22} strokeWidth={1.5} aria-hidden="true" />
          </Parts.Close>
        </div>
        {text && <Parts.Description className="mt-2 text-ink-2">{text}</Parts.Description>}
        <div className="mt-5">{children}</div>
      </Parts.Content>
    </Parts.Portal>
  </Parts.Root>
)
