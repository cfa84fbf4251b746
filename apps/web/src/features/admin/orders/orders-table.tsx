'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'
import { AttentionMark } from '../attention-mark'
import { Moment } from '../moment'
import { StatusMark } from '../status-mark'
import type { OrderColumn } from './order-query'

export type OrderRow = Outputs['admin']['order']['list']['orders'][number]

const head = 'border-b border-edge py-2 pr-5 text-left font-semibold whitespace-nowrap last:pr-1'
const cell = 'border-b border-line py-1 pr-5 align-middle last:pr-1'
const figures: readonly OrderColumn[] = ['items', 'total']

type Props = {
  orders: readonly OrderRow[]
  columns: readonly OrderColumn[]
  chosen: ReadonlySet<string>
  onChoose: (orders: readonly OrderRow[], chosen: boolean) => void
}

/** A table on a wide screen, in a box of its own that scrolls; on a narrow one each order is a block of its own. */
export const OrdersTable = ({ orders, columns, chosen, onChoose }: Props) => {
  const t = useTranslations('adminOrders')
  const allChosen = orders.length > 0 && orders.every(order => chosen.has(order.id))
  const show = useValues()
  const choice = (order: OrderRow) => (
    <label className="grid size-11 shrink-0 cursor-pointer place-items-center lg:size-9">
      <input
        type="checkbox"
        className="size-4.5 accent-ink"
        checked={chosen.has(order.id)}
        onChange={event => onChoose([order], event.target.checked)}
      />
      <span className="sr-only">{t('choose', { number: order.number })}</span>
    </label>
  )
  return (
    <>
      <div className="hidden overflow-x-auto md:block">
        <table className="w-full border-collapse">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr>
              <th className={cn(head, 'w-9 pr-1')}>
                <label className="grid size-9 cursor-pointer place-items-center">
                  <input
                    type="checkbox"
                    className="size-4.5 accent-ink"
                    checked={allChosen}
                    onChange={event => onChoose(orders, event.target.checked)}
                  />
                  <span className="sr-only">{t('chooseAll', { count: orders.length })}</span>
                </label>
              </th>
              <th className={head}>{t('columns.number')}</th>
              {columns.map(column => (
                <th key={column} className={cn(head, figures.includes(column) && 'text-right')}>
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {orders.map(order => (
              <tr key={order.id} className="hover:bg-paper">
                <td className={cn(cell, 'pr-1')}>{choice(order)}</td>
                <td className={cell}>
                  <OrderLink order={order} />
                </td>
                {columns.map(column => (
                  <td key={column} className={cn(cell, figures.includes(column) && 'figures text-right')}>
                    {show(order, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="border-t border-line md:hidden">
        {orders.map(order => (
          <li key={order.id} className="flex gap-2 border-b border-line py-1.5">
            {choice(order)}
            <div className="min-w-0 grow">
              <div className="flex items-center justify-between gap-4">
                <OrderLink order={order} />
                <span className="figures font-semibold">{show(order, 'total')}</span>
              </div>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {columns
                  .filter(column => column !== 'total' && (column !== 'saga' || order.saga))
                  .map(column => (
                    <span key={column} className="min-w-0 break-words">
                      {show(order, column)}
                    </span>
                  ))}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

const OrderLink = ({ order }: { order: OrderRow }) => (
  <Link
    href={`/admin/orders/${order.id}`}
    className="figures inline-flex min-h-11 items-center font-semibold text-link lg:min-h-9"
  >
    {order.number}
  </Link>
)

const sagaTones = {
  running: '',
  waiting: 'text-ink-2',
  retrying: 'text-rust',
  undoing: 'text-gold-text',
  paused: 'text-gold-text',
  stopped: 'font-semibold text-rust',
}

const badPayments: readonly OrderRow['payment'][] = ['failed', 'late-charge', 'refund-owed']

/** What stands in a column for an order. */
const useValues = () => {
  const t = useTranslations('adminOrders')
  const shop = useTranslations('order.methods')
  const locale = useLocale()
  return (order: OrderRow, column: OrderColumn): ReactNode => {
    switch (column) {
      case 'placedAt':
        return <Moment at={order.placedAt} />
      case 'status':
        return (
          <span className="inline-flex flex-wrap items-center gap-2.5">
            <StatusMark status={order.status} />
            {order.needsAttention && <AttentionMark />}
          </span>
        )
      case 'payment':
        return (
          <span className={cn('whitespace-nowrap', badPayments.includes(order.payment) && 'text-rust')}>
            {t(`payments.${order.payment}`)}
          </span>
        )
      case 'saga':
        return (
          <span className={cn('whitespace-nowrap', order.saga ? sagaTones[order.saga] : 'text-ink-2')}>
            {order.saga ? t(`sagas.${order.saga}`) : t('noSaga')}
          </span>
        )
      case 'goods':
        return t('goods', { first: order.firstGoods[locale === 'ko' ? 'ko' : 'en'], more: order.lineCount - 1 })
      case 'delivery':
        return shop(order.delivery)
      case 'items':
        return order.itemCount
      case 'total':
        return priceText(order.total, locale)
      case 'recipient':
        return order.recipient
      default:
        return <span className="wrap-anywhere">{order[column]}</span>
    }
  }
}
