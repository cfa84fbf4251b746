'use client'

import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { cn } from '@/lib/cn'

type Props = {
  open: boolean
  onClose: () => void
  /** The id of the heading that names it. */
  labelledBy: string
  describedBy?: string | undefined
  /** Where it stands and how large it is. */
  className: string
  children: ReactNode
}

/**
 * Something above the page, by the browser's own modal dialog: focus goes in and stays in, the page behind it is out of
 * reach, Escape and a press beside it close it, and focus goes back to where it was.
 */
export const Modal = ({ open, onClose, labelledBy, describedBy, className, children }: Props) => {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) dialog.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  // Taken away while it is open, it is closed first: only then does the focus go back.
  useLayoutEffect(() => {
    const dialog = ref.current
    return () => dialog?.close()
  }, [])
  useEffect(() => {
    const dialog = ref.current
    // Its content covers all of it, so that what is pressed on the dialog itself was pressed beside it.
    const press = (event: MouseEvent) => {
      if (event.target === dialog) dialog?.close()
    }
    dialog?.addEventListener('click', press)
    return () => dialog?.removeEventListener('click', press)
  }, [])
  return (
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClose={() => {
        if (!ref.current?.open) onClose()
      }}
      className={cn('fixed m-0 max-w-none bg-sheet text-ink backdrop:bg-shade open:animate-in', className)}
    >
      {open && children}
    </dialog>
  )
}
