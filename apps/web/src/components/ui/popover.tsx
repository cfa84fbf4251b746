'use client'

import { Popover as Parts } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = { trigger: ReactNode; label: string; children: ReactNode; align?: 'start' | 'end' }

/** A small panel under what opens it: Escape and a press beside it close it, and focus goes back. */
export const Popover = ({ trigger, label, children, align = 'start' }: Props) => (
  <Parts.Root>
    <Parts.Trigger asChild>{trigger}</Parts.Trigger>
    <Parts.Portal>
      <Parts.Content
        align={align}
        sideOffset={8}
        collisionPadding={16}
        aria-label={label}
        className="animate-in z-40 max-h-(--radix-popover-content-available-height) min-w-64 overflow-y-auto rounded-sm border border-line bg-sheet px-5 py-3 text-ink focus:outline-none"
      >
        {children}
      </Parts.Content>
    </Parts.Portal>
  </Parts.Root>
)
