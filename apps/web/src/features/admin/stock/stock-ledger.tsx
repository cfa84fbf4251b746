'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Moment } from '@/features/admin/moment'
import { PlainTable } from '@/features/admin/plain-table'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { CorrectForm } from './correct-form'
import { LowForm } from './low-form'

type Ledger = Outputs['admin']['stock']['ledger']

/** A variant's stock as it is now, who holds it, what changed it, and how to put it right; read again every few seconds. */
export const StockLedger = ({ variantId, cursor, first }: { variantId: string; cursor?: string; first: Ledger }) => {
  const t = useTranslations('adminCatalogue.stock')
  const api = useTRPC()
  const client = useQueryClient()
  const reading = useQuery({
    ...api.admin.stock.ledger.queryOptions({ variantId, ...(cursor ? { cursor } : {}) }),
    initialData: first,
    refetchInterval: 5000,
  })
  const { row, holds, changes } = reading.data
  const readAgain = () => client.invalidateQueries({ queryKey: api.admin.stock.pathKey() })
  const order = (id: string, number: string) => (
    <Link href={`/admin/orders/${id}`} className="figures inline-flex min-h-11 items-center text-link">
      {t('orderNumber', { number })}
    </Link>
  )
  const step = (before: number, after: number) => (
    <span className="figures">{before === after ? after : `${before} → ${after}`}</span>
  )
  return (
    <div className="grid gap-8 xl:grid-cols-[1fr_20rem]">
      <div className="order-2 grid content-start gap-8 xl:order-1">
        <dl className="flex flex-wrap gap-x-8 gap-y-3">
          {(['onHand', 'reserved', 'available', 'sold', 'waiting'] as const).map(column => (
            <div key={column}>
              <dt className="text-ink-2">{t(`columns.${column}`)}</dt>
              <dd className="figures text-head">{row[column]}</dd>
            </div>
          ))}
          <div>
            <dt className="text-ink-2">{t('writtenOff')}</dt>
            <dd className="figures text-head">{row.writtenOff}</dd>
          </div>
        </dl>
        {holds.length === 0 ? (
          <p className="text-ink-2">{t('noHolds')}</p>
        ) : (
          <PlainTable
            title={t('holds')}
            columns={[t('hold.order'), t('hold.quantity'), t('hold.until')]}
            rows={holds.map(hold => ({
              key: hold.orderId,
              cells: [
                order(hold.orderId, hold.number),
                <span key="quantity" className="figures">
                  {hold.quantity}
                </span>,
                <Moment key="until" at={hold.until} />,
              ],
            }))}
          />
        )}
        <PlainTable
          title={t('ledger')}
          columns={(['at', 'kind', 'by', 'available', 'reserved', 'sold'] as const).map(column =>
            t(`change.${column}`),
          )}
          rows={changes.map(change => ({
            key: change.id,
            cells: [
              <Moment key="at" at={change.at} />,
              <span key="kind">
                {t(`kinds.${change.kind}`)}
                {change.note && <span className="block text-ink-2">{change.note}</span>}
              </span>,
              <span key="by">
                {change.order ? order(change.order.id, change.order.number) : (change.by ?? t('system'))}
              </span>,
              step(change.before.available, change.after.available),
              step(change.before.reserved, change.after.reserved),
              step(change.before.sold, change.after.sold),
            ],
          }))}
        />
      </div>
      <section aria-labelledby="correct-stock" className="order-1 self-start xl:order-2">
        <h2 id="correct-stock" className="mb-3 text-sub">
          {t('correct')}
        </h2>
        <CorrectForm row={row} onDone={readAgain} />
        <LowForm variantId={variantId} lowAt={row.lowAt} onDone={readAgain} />
      </section>
    </div>
  )
}
