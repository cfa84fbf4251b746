'use client'

import { Plus } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'

type Props = { label: string /** There is something in it: it stands open. */; filled: boolean; children: ReactNode }

/** A field that few need stands behind its name; opened, it has the focus. */
export const Unfold = ({ label, filled, children }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  if (isOpen || filled) return <div ref={box}>{children}</div>
  const open = () => {
    // At once: a moment later somebody may be typing elsewhere already.
    flushSync(() => setOpen(true))
    box.current?.querySelector<HTMLElement>('input, select')?.focus()
  }
  return (
    <Button
      kind="quiet"
      size="small"
      className="-ml-3 justify-self-start text-ink-2!"
      aria-expanded={false}
      onClick={open}
    >
      <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
      {label}
    </Button>
  )
}
