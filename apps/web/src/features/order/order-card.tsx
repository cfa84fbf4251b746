import { useLocale, useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { Link } from '@/i18n/navigation'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'

export type OrderSummary = Outputs['store']['order']['list']['orders'][number]

export const OrderCard = ({ order }: { order: OrderSummary }) => {
  const t = useTranslations('orders')
  const status = useTranslations('order.statuses')
  const locale = useLocale()
  return (
    <li className="border-b border-line">
      <Link href={`/orders/${order.id}`} className="group grid grid-cols-[min(4rem,28%)_minmax(0,1fr)] gap-x-5 py-4">
        {order.firstPicturePath ? (
          <Picture src={order.firstPicturePath} alt="" sizes="64px" className="aspect-4/5" />
        ) : (
          <span className="block aspect-4/5 rounded-sm bg-paper-2" />
        )}
        <span className="grid min-w-0 content-center gap-x-6 wrap-anywhere gap-y-0.5 sm:grid-cols-[1fr_auto]">
          <span className="font-medium underline-offset-4 group-hover:underline">
            {order.itemCount > 1
              ? t('inAll', { name: order.firstLineName, count: order.itemCount })
              : order.firstLineName}
          </span>
          <span className="figures font-semibold sm:text-right">{priceText(order.total, locale)}</span>
          <span className="figures text-sm text-ink-2">
            {t('line', {
              number: order.number,
              date: dateText(order.placedAt, 'moment', locale),
            })}
          </span>
          <span className="text-sm sm:text-right">{status(order.status)}</span>
        </span>
      </Link>
    </li>
  )
}
