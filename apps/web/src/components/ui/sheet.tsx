'use client'

import { type ReactNode, useId } from 'react'
import { CloseButton } from './close-button'
import { Modal } from './modal'

type Props = {
  title: string
  closeLabel: string
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
}

/** A panel from the side. */
export const Sheet = ({ title, closeLabel, open, onOpenChange, children }: Props) => {
  const titleId = useId()
  return (
    <Modal
      open={open}
      onClose={() => onOpenChange(false)}
      labelledBy={titleId}
      className="inset-y-0 right-0 left-auto h-dvh max-h-none w-[min(22rem,88vw)]"
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
