'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { GuardedButton } from '@/features/admin/guarded-button'
import type { StockRow } from './stock-draft'
import { StockGrid } from './stock-grid'
import { StockTable } from './stock-table'

/** A page of the stock: to read, or after a press to change in several rows at once. */
export const StockRows = ({ rows }: { rows: readonly StockRow[] }) => {
  const t = useTranslations('adminCatalogue.stock')
  const [changing, setChanging] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (wasChanging.current && !changing) box.current?.querySelector('button')?.focus()
    wasChanging.current = changing
  }, [changing])
  if (changing) return <StockGrid rows={rows} onClose={() => setChanging(false)} />
  return (
    <div ref={box}>
      <GuardedButton
        permission="stock.write"
        kind="line"
        size="small"
        className="mb-2"
        onClick={() => setChanging(true)}
      >
        {t('changeSeveral')}
      </GuardedButton>
      <StockTable rows={rows} />
    </div>
  )
}
