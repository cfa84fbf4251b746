'use client'

import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = { trigger: ReactNode; title: string; closeLabel: string; children: ReactNode }
type Controlled = { open: boolean; onOpenChange: (open: boolean) => void }

/** A panel from the side: focus goes in and stays in, Escape closes it, and focus returns to what opened it. */
export const Sheet = ({ trigger, title, closeLabel, children, open, onOpenChange }: Props & Controlled) => (
  <Dialog.Root open={open} onOpenChange={onOpenChange}>
    <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
    <Dialog.Portal>
      <Dialog.Overlay className="animate-in fixed inset-0 z-40 bg-shade" />
      <Dialog.Content
        aria-describedby={undefined}
        className="animate-in fixed inset-y-0 right-0 z-50 flex w-[min(22rem,88vw)] flex-col overflow-y-auto bg-sheet px-6 pb-8 text-ink focus:outline-none"
      >
        <div className="flex min-h-18 items-center justify-between">
          <Dialog.Title className="font-serif text-sub">{title}</Dialog.Title>
          <Dialog.Close className="-mr-2.5 grid size-11 place-items-center" aria-label={closeLabel}>
            <X size={22} strokeWidth={1.5} aria-hidden="true" />
          </Dialog.Close>
        </div>
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
)
