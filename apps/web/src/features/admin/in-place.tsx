'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Acts of which each takes the place of its button (`data-opens`) when it is opened: the focus goes into it, and back to the
 * button once it is closed. Where the act itself takes the focus, it keeps it.
 */
export const InPlace = ({ open, children }: { open: string | null; children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<string | null>(null)
  useEffect(() => {
    const was = before.current
    before.current = open
    if (was === open || box.current?.contains(document.activeElement)) return
    const there = open === null ? `[data-opens=${was}]` : 'input, select, textarea, [tabindex="-1"]'
    box.current?.querySelector<HTMLElement>(there)?.focus()
  }, [open])
  return (
    <div ref={box} className="contents">
      {children}
    </div>
  )
}
