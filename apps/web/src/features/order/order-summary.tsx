'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { GoodsLine } from '@/components/goods-line'
import { priceText } from '@/lib/price-text'

export const OrderSummary = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order')
  const words = useTranslations('cart')
  const locale = useLocale()
  const format = useFormatter()
  const { address } = order
  return (
    <section aria-label={t('summary')} className="h-max rounded-sm border border-line bg-sheet p-5 sm:p-6">
      <ul>
        {order.lines.map(line => (
          <GoodsLine key={line.variantId} goods={line} large />
        ))}
      </ul>
      {order.discount.amountMinor !== '0' && (
        <dl className="mt-3 space-y-1 border-t border-line pt-4">
          <div className="flex justify-between gap-4">
            <dt>{words('goods')}</dt>
            <dd className="figures">{priceText(order.goods, locale)}</dd>
          </div>
          <div className="flex justify-between gap-4">
            <dt>{t('discount')}</dt>
            <dd className="figures">−{priceText(order.discount, locale)}</dd>
          </div>
        </dl>
      )}
      <p className="mt-3 flex justify-between gap-4 border-t border-line pt-4 text-sub font-semibold">
        <span>{words('total')}</span>
        <span className="figures">{priceText(order.total, locale)}</span>
      </p>
      <dl className="mt-5 space-y-3 border-t border-line pt-5 text-[0.9375rem]">
        <div>
          <dt className="text-sm text-ink-2">{t('to')}</dt>
          <dd>
            {address.recipient} · <span className="figures">{address.phone}</span>
            <span className="block">
              ({address.postcode}) {address.address1} {address.address2}
            </span>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-2">{t('email')}</dt>
          <dd className="break-all">{order.email}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-2">{t('placedAt')}</dt>
          <dd className="figures">
            {format.dateTime(new Date(order.placedAt), { dateStyle: 'long', timeStyle: 'short' })}
          </dd>
        </div>
      </dl>
    </section>
  )
}
