'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { cn } from '@/lib/cn'

type Props = {
  trigger: ReactNode
  triggerClass: string
  label: string
  /** A pointer or the focus comes near, or it is opened: time to fetch what stands in it. */
  onNear?: () => Promise<void>
  /** Below this width the panel is as wide as what the button stands in, so that it does not reach beyond the screen. */
  wideBelowSm?: boolean
  children: ReactNode
}

/**
 * A small panel under the button that opens it: Escape and a press beside it close it, and leaving it by Tab does too. It
 * stands after its button in the document, so that Tab goes into it.
 */
export const Popover = ({ trigger, triggerClass, label, onNear, wideBelowSm = false, children }: Props) => {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (!open) return
    const isOutside = (target: EventTarget | null) => target instanceof Node && !box.current?.contains(target)
    const onPress = (event: PointerEvent) => isOutside(event.target) && setOpen(false)
    const onFocus = (event: FocusEvent) => isOutside(event.target) && setOpen(false)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  return (
    <div ref={box} className={wideBelowSm ? 'sm:relative' : 'relative'}>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onPointerEnter={() => void onNear?.()}
        onFocus={() => void onNear?.()}
        onClick={() => {
          setOpen(!open)
          void onNear?.()
        }}
        className={triggerClass}
      >
        {trigger}
      </button>
      {open && (
        <div
          id={id}
          role="dialog"
          aria-label={label}
          className={cn(
            'animate-in absolute left-0 top-full z-30 mt-2 max-h-[70dvh] min-w-64 overflow-y-auto rounded-sm border border-line bg-sheet px-5 py-3 text-ink',
            wideBelowSm ? 'max-sm:right-0 sm:w-max' : 'w-max',
          )}
        >
          {children}
        </div>
      )}
    </div>
  )
}
