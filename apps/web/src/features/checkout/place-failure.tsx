'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import type { Placing } from './use-place-order'

/** Says why the order was not placed and what to do; focus comes here, and the form stays as it was. */
export const PlaceFailure = ({ placing, cart }: { placing: Placing; cart: CartView }) => {
  const t = useTranslations('checkout')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const { failure } = placing
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  const total = failure.newTotalMinor
    ? priceText({ amountMinor: failure.newTotalMinor, currency: cart.total.currency }, locale)
    : null
  return (
    <Callout
      ref={box}
      tabIndex={-1}
      tone="bad"
      role="alert"
      title={total ? t('totalChanged', { total }) : t('placeFailed')}
    >
      {total ? t('totalChangedText') : errors(failure.words)}
      {failure.words === 'variant-unavailable' && (
        <Link href="/cart" className="mt-1 flex min-h-11 items-center font-semibold text-link">
          {t('changeCart')}
        </Link>
      )}
      {failure.earlierOrderId && (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button asChild size="medium">
            <Link href={`/orders/${failure.earlierOrderId}`}>{t('toEarlierOrder')}</Link>
          </Button>
          <Button kind="line" size="medium" onClick={placing.startOver}>
            {t('anotherOrder')}
          </Button>
        </div>
      )}
    </Callout>
  )
}
