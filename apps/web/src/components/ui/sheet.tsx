'use client'

import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'
import { CloseButton } from './close-button'
import { Modal } from './modal'

type Props = {
  title: string
  closeLabel: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Where the button stands that opens it. */
  side?: 'left' | 'right'
  children: ReactNode
}

/** A panel from the side. */
export const Sheet = ({ title, closeLabel, open, onOpenChange, side = 'right', children }: Props) => {
  const titleId = useId()
  return (
    <Modal
      open={open}
      onClose={() => onOpenChange(false)}
      labelledBy={titleId}
      className={cn(
        'inset-y-0 h-dvh max-h-none w-[min(22rem,88vw)]',
        side === 'left' ? 'right-auto left-0' : 'right-0 left-auto',
      )}
    >
      <div className="flex min-h-full flex-col px-6 pb-8">
        <div className="flex min-h-18 items-center justify-between">
          <h2 id={titleId} className="text-sub">
            {title}
          </h2>
          <CloseButton label={closeLabel} onClick={() => onOpenChange(false)} />
        </div>
        {children}
      </div>
    </Modal>
  )
}
