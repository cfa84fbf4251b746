'use client'

import type { WireMoney } from '@makegood/core/money/wire-money'
import { Truck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'

/** What the server has put into words already, so that no browser prints another date. */
export type DeliveryWords = {
  readonly standardPrice: WireMoney
  readonly freeFrom: WireMoney
  /** Between which days it arrives if it is ordered now. */
  readonly arrival: string
}

type Props = { price: WireMoney; words: DeliveryWords; isSoldOut: boolean }

/** What it costs to have it sent and, where it can be bought, when it comes; said before anything is in the cart. */
export const DeliveryLine = ({ price, words, isSoldOut }: Props) => {
  const t = useTranslations('product')
  const locale = useLocale()
  const isFree =
    BigInt(words.standardPrice.amountMinor) === 0n || BigInt(price.amountMinor) >= BigInt(words.freeFrom.amountMinor)
  return (
    <p className="mt-5 flex gap-3 border-y border-line py-3.5 text-[0.9375rem] leading-relaxed">
      <Truck size={19} strokeWidth={1.5} aria-hidden="true" className="mt-0.75 shrink-0 text-ink-2" />
      <span className="figures">
        {isFree
          ? t('deliveryFree')
          : t('deliveryCost', {
              price: priceText(words.standardPrice, locale),
              from: priceText(words.freeFrom, locale),
            })}
        {!isSoldOut && <span className="block text-ink-2">{t('arrives', { days: words.arrival })}</span>}
      </span>
    </p>
  )
}
