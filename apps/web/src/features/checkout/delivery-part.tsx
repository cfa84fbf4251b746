'use client'

import { useLocale, useTranslations } from 'next-intl'
import { RadioCards } from '@/components/ui/radio-cards'
import { arrivalText } from '@/features/delivery/arrival-text'
import { priceText } from '@/lib/price-text'
import type { CheckoutPrice } from './price-checkout'

type Props = { price: CheckoutPrice; onChange: (method: string) => void }

/** Each way of delivery with its price and its days. */
export const DeliveryPart = ({ price, onChange }: Props) => {
  const t = useTranslations('checkout')
  const words = useTranslations('order')
  const locale = useLocale()
  const won = (amountMinor: bigint) =>
    priceText({ amountMinor: amountMinor.toString(), currency: price.total.currency }, locale)
  return (
    <section aria-labelledby="checkout-delivery" className="mt-10">
      <h2 id="checkout-delivery" className="font-serif text-head">
        {t('delivery')}
      </h2>
      <RadioCards
        legend={t('delivery')}
        hideLegend
        className="mt-4"
        value={price.method}
        onChange={onChange}
        cards={price.offers.map(offer => ({
          value: offer.method,
          title: words(`methods.${offer.method}`),
          text: (
            <span className="figures">
              {t('arrives', { days: arrivalText(offer.arrival, locale) })}
              {offer.freeWithMinor !== null && (
                <span className="block">{t('freeWith', { amount: won(offer.freeWithMinor) })}</span>
              )}
            </span>
          ),
          aside: offer.priceMinor === 0n ? words('free') : won(offer.priceMinor),
        }))}
      />
    </section>
  )
}
