import type { OrderView } from '@makegood/core/order/views'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'

/** The legs of the payment, every refund with its day, and a fee that was kept. */
export const ReceiptMoney = ({ order }: { order: OrderView }) => {
  const t = useTranslations('receipt')
  const locale = useLocale()
  const { paid, refunds, cancellation } = order
  const rows = [
    ...(['card', 'wallet'] as const).flatMap(leg => {
      const amount = paid?.[leg]
      return amount && amount.amountMinor !== '0' ? [{ id: leg, words: t(`paid.${leg}`), amount, minus: false }] : []
    }),
    ...refunds.map(refund => {
      const day = refund.doneAt && dateText(refund.doneAt, 'day', locale)
      const words = day ? t(`refunded.${refund.leg}`, { day }) : t(`refunding.${refund.leg}`)
      return { id: refund.id, words, amount: refund.amount, minus: true }
    }),
    ...(cancellation && cancellation.fee.amountMinor !== '0'
      ? [{ id: 'fee', words: t('fee'), amount: cancellation.fee, minus: false }]
      : []),
  ]
  if (rows.length === 0) return <p className="mt-4 text-sm text-ink-2">{t('unpaid')}</p>
  return (
    <dl className="figures mt-4 space-y-1 border-t border-line pt-4 text-[0.9375rem]">
      {rows.map(row => (
        <div key={row.id} className="flex flex-wrap justify-between gap-x-4">
          <dt className="text-ink-2">{row.words}</dt>
          <dd>
            {row.minus && '−'}
            {priceText(row.amount, locale)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
