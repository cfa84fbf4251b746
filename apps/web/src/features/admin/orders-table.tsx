import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'
import { AttentionMark } from './attention-mark'
import { Moment } from './moment'
import { StatusMark } from './status-mark'

type Row = Outputs['admin']['order']['list']['orders'][number]

const head = 'border-b border-edge py-2 pr-5 text-left font-semibold whitespace-nowrap'
const cell = 'border-b border-line py-2 pr-5 align-middle'

/** A table on a wide screen; on a narrow one each order is a block of its own. */
export const OrdersTable = ({ orders }: { orders: readonly Row[] }) => {
  const t = useTranslations('admin')
  const locale = useLocale()
  const link = (order: Row) => (
    <Link
      href={`/admin/orders/${order.id}`}
      className="figures inline-flex min-h-11 items-center font-semibold text-link"
    >
      {order.number}
    </Link>
  )
  return (
    <>
      <table className="hidden w-full border-collapse md:table">
        <caption className="sr-only">{t('orders')}</caption>
        <thead>
          <tr>
            <th className={head}>{t('columns.number')}</th>
            <th className={head}>{t('columns.placedAt')}</th>
            <th className={head}>{t('columns.status')}</th>
            <th className={head}>{t('columns.recipient')}</th>
            <th className={head}>{t('columns.email')}</th>
            <th className={`${head} text-right`}>{t('columns.items')}</th>
            <th className={`${head} pr-0 text-right`}>{t('columns.total')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(order => (
            <tr key={order.id} className="hover:bg-paper">
              <td className={cell}>{link(order)}</td>
              <td className={cell}>
                <Moment at={order.placedAt} />
              </td>
              <td className={cell}>
                <span className="flex flex-wrap items-center gap-2.5">
                  <StatusMark status={order.status} />
                  {order.needsAttention && <AttentionMark />}
                </span>
              </td>
              <td className={`${cell} max-w-40 truncate`}>{order.recipient}</td>
              <td className={`${cell} max-w-60 truncate`}>{order.email}</td>
              <td className={`${cell} figures text-right`}>{order.itemCount}</td>
              <td className={`${cell} figures pr-0 text-right`}>{priceText(order.total, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="border-t border-line md:hidden">
        {orders.map(order => (
          <li key={order.id} className="border-b border-line py-2.5">
            <div className="flex items-center justify-between gap-4">
              {link(order)}
              <span className="figures font-semibold">{priceText(order.total, locale)}</span>
            </div>
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <StatusMark status={order.status} />
              {order.needsAttention && <AttentionMark />}
            </div>
            <p className="mt-1 break-all text-ink-2">
              <Moment at={order.placedAt} /> · {order.recipient} · {order.email}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
