'use client'

import type { CustomerOrder } from '@makegood/core/customer/views'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { StatusMark } from '../status-mark'
import { useWordsOr } from '../use-words-or'

/** Somebody's newest orders, each with the saga that worked on it last and its open problems. */
export const CustomerOrders = ({ orders }: { orders: readonly CustomerOrder[] }) => {
  const t = useTranslations('adminCustomers')
  const sagaOf = useWordsOr('admin.sagaNames')
  const stateOf = useWordsOr('admin.sagaStatuses')
  const locale = useLocale()
  const columns = ['number', 'state', 'saga', 'problems', 'total', 'placed'] as const
  if (orders.length === 0) return <p className="mt-2 text-ink-2">{t('noOrders')}</p>
  return (
    <PlainTable
      title={t('columns.orders')}
      columns={columns.map(column => t(`columns.${column}`))}
      rows={orders.map(order => ({
        key: order.id,
        cells: [
          <Link key="number" href={`/admin/orders/${order.id}`} className="in-text figures text-link">
            {order.number}
          </Link>,
          <StatusMark key="state" status={order.status} />,
          order.saga ? `${sagaOf(order.saga.name)}: ${stateOf(order.saga.status)}` : '–',
          order.openProblems > 0 ? (
            <Link key="problems" href={`/admin/orders/${order.id}`} className="in-text font-medium text-rust">
              {t('openProblems', { count: order.openProblems })}
            </Link>
          ) : (
            '–'
          ),
          <span key="total" className="figures">
            {priceText(order.total, locale)}
          </span>,
          <Moment key="placed" at={order.placedAt} />,
        ],
      }))}
    />
  )
}
