'use client'

import type { WireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'

type Props = {
  goods: WireMoney
  discount: WireMoney
  delivery: WireMoney
  total: WireMoney
  className?: string
}

/** How a total comes about: goods, less the coupon, with the delivery. */
export const PriceLines = ({ goods, discount, delivery, total, className }: Props) => {
  const t = useTranslations('order')
  const words = useTranslations('cart')
  const locale = useLocale()
  const line = (name: string, value: string) => (
    <div className="flex flex-wrap justify-between gap-x-4 py-1">
      <dt>{name}</dt>
      <dd className="figures">{value}</dd>
    </div>
  )
  return (
    <dl className={className}>
      {line(words('goods'), priceText(goods, locale))}
      {discount.amountMinor !== '0' && line(t('discount'), `−${priceText(discount, locale)}`)}
      {line(t('delivery'), delivery.amountMinor === '0' ? t('free') : priceText(delivery, locale))}
      <div className="mt-2 flex flex-wrap justify-between gap-x-4 border-t border-line pt-3 text-sub font-semibold">
        <dt>{words('total')}</dt>
        <dd className="figures">{priceText(total, locale)}</dd>
      </div>
    </dl>
  )
}
