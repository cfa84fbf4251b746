'use client'

import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'
import { CloseButton } from './close-button'
import { Modal } from './modal'

type Props = {
  title: string
  /** Said with the title by screen readers; shown under it. */
  text?: ReactNode
  closeLabel: string
  open: boolean
  onOpenChange: (open: boolean) => void
  wide?: boolean
  children: ReactNode
}

/** A question or a small form above the page: at the bottom of a phone, in the middle of a wide screen. */
export const Dialog = ({ title, text, closeLabel, open, onOpenChange, wide, children }: Props) => {
  const titleId = useId()
  const textId = useId()
  return (
    <Modal
      open={open}
      onClose={() => onOpenChange(false)}
      labelledBy={titleId}
      describedBy={text ? textId : undefined}
      className={cn(
        'inset-x-0 top-auto bottom-0 max-h-[90dvh] w-full overflow-y-auto',
        'sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-sm',
        wide ? 'sm:max-w-3xl' : 'sm:max-w-lg',
      )}
    >
      <div className="p-6 sm:p-8">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-head">
            {title}
          </h2>
          <CloseButton label={closeLabel} onClick={() => onOpenChange(false)} className="-mt-1.5" />
        </div>
        {text && (
          <p id={textId} className="mt-2 text-ink-2">
            {text}
          </p>
        )}
        <div className="mt-5">{children}</div>
      </div>
    </Modal>
  )
}
