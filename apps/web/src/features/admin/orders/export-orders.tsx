'use client'

import { byteOrderMark, csvLine } from '@makegood/core/csv/csv-line'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { askOf, fromStart, type OrderQuery } from './order-query'
import type { OrderRow } from './orders-table'

/** A file with more rows than this is no list any more; narrow it by days and take several. */
const rowsMax = 10_000

type Progress = {
  readonly kind: 'idle' | 'running' | 'done' | 'full' | 'cancelled' | 'failed'
  readonly rows: number
  readonly error?: unknown
}

const columns = [
  'number',
  'placedAt',
  'status',
  'payment',
  'saga',
  'goods',
  'items',
  'recipient',
  'email',
  'phone',
  'delivery',
  'total',
  'currency',
] as const

const cellsOf = (order: OrderRow): readonly string[] => [
  order.number,
  order.placedAt,
  order.status,
  order.payment,
  order.saga ?? '',
  order.firstGoods.ko,
  String(order.itemCount),
  order.recipient,
  order.email,
  order.phone,
  order.delivery,
  order.total.amountMinor,
  order.total.currency,
]

/** The filtered list as a file: read in parts that can be stopped, up to a number of rows that is told. */
export const ExportOrders = ({ query }: { query: OrderQuery }) => {
  const t = useTranslations('adminOrders.export')
  const errors = useTranslations('errors')
  const client = useTRPCClient()
  const stop = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<Progress>({ kind: 'idle', rows: 0 })
  const run = async () => {
    const controller = new AbortController()
    stop.current = controller
    const lines: string[] = [csvLine(columns)]
    setProgress({ kind: 'running', rows: 0 })
    try {
      const { cursor: _, ...ask } = askOf(fromStart(query))
      for (let cursor: string | null = ''; cursor !== null && lines.length <= rowsMax; ) {
        const page = await client.admin.order.export.mutate(
          { ...ask, ...(cursor ? { cursor } : {}) },
          { signal: controller.signal },
        )
        lines.push(...page.orders.slice(0, rowsMax + 1 - lines.length).map(order => csvLine(cellsOf(order))))
        cursor = page.nextCursor
        setProgress({
          kind: cursor !== null && lines.length > rowsMax ? 'full' : cursor === null ? 'done' : 'running',
          rows: lines.length - 1,
        })
      }
      save(lines)
    } catch (error) {
      const kind = controller.signal.aborted ? 'cancelled' : 'failed'
      setProgress(before => ({ ...before, kind, error }))
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <p role="status" className="text-ink-2">
        {progress.kind !== 'idle' && t(progress.kind, { rows: progress.rows, max: rowsMax })}
        {progress.kind === 'failed' && ` ${errors(wordsKeyOf(progress.error))}`}
      </p>
      <GuardedButton
        permission="order.export"
        kind="line"
        size="small"
        aria-disabled={progress.kind === 'running'}
        onClick={() => void run()}
      >
        {t('start')}
      </GuardedButton>
      {progress.kind === 'running' && (
        <Button kind="quiet" size="small" onClick={() => stop.current?.abort()}>
          {t('stop')}
        </Button>
      )}
    </div>
  )
}

const save = (lines: readonly string[]) => {
  const url = URL.createObjectURL(new Blob([byteOrderMark, ...lines], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `orders-${new Date().toISOString().slice(0, 10)}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
