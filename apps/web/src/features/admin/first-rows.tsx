'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'

type Props = { first: number; rows: readonly ReactNode[]; className?: string }

/** The first rows of a list, and the rest at a press, so that what is under them is within reach. */
export const FirstRows = ({ first, rows, className }: Props) => {
  const t = useTranslations('admin')
  const [all, setAll] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  // The button goes with its press: whoever pressed it by keyboard goes on at the first row that came.
  const showAll = () => {
    flushSync(() => setAll(true))
    list.current?.children[first]?.querySelector<HTMLElement>('a, button')?.focus()
  }
  return (
    <>
      <ul ref={list} className={cn('border-t border-line', className)}>
        {all ? rows : rows.slice(0, first)}
      </ul>
      {!all && rows.length > first && (
        <Button kind="line" size="small" className="mt-3" onClick={showAll}>
          {t('moreRows', { count: rows.length - first })}
        </Button>
      )}
    </>
  )
}
