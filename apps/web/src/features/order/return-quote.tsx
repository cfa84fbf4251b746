'use client'

import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import type { quoteReturn } from './quote-return'

/** What comes back once the return is through, and whether the delivery is part of it. */
export const ReturnQuote = ({ quote }: { quote: ReturnType<typeof quoteReturn> }) => {
  const t = useTranslations('order.giveBack')
  const locale = useLocale()
  const { total, delivery } = quote
  return (
    <p className="mt-4 border-l-2 border-celadon bg-celadon-wash px-3.5 py-2.5 text-[0.9375rem]" aria-live="polite">
      <span className="figures block font-semibold">{t('worth', { amount: priceText(total, locale) })}</span>
      <span className="figures block text-sm">
        {delivery.amountMinor === '0'
          ? t('withoutDelivery')
          : t('withDelivery', { amount: priceText(delivery, locale) })}
      </span>
    </p>
  )
}
