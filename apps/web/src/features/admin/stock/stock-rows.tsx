'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { GuardedButton } from '@/features/admin/guarded-button'
import { InPlace } from '@/features/admin/in-place'
import type { StockRow } from './stock-draft'
import { StockGrid } from './stock-grid'
import { StockTable } from './stock-table'

/** A page of the stock: to read, or after a press to change in several rows at once. */
export const StockRows = ({ rows }: { rows: readonly StockRow[] }) => {
  const t = useTranslations('adminCatalogue.stock')
  const [changing, setChanging] = useState(false)
  return (
    <InPlace open={changing ? 'grid' : null}>
      {changing ? (
        <StockGrid rows={rows} onClose={() => setChanging(false)} />
      ) : (
        <>
          <GuardedButton
            permission="stock.write"
            kind="line"
            size="small"
            className="mb-2"
            data-opens="grid"
            onClick={() => setChanging(true)}
          >
            {t('changeSeveral')}
          </GuardedButton>
          <StockTable rows={rows} />
        </>
      )}
    </InPlace>
  )
}
