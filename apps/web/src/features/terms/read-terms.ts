import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { priceText } from '@/lib/price-text'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { readPublic } from '@/lib/trpc/read-public'
import { durationOf } from './duration-of'

/** The shop's terms, and their figures in words: what the sentences of these pages are filled with. */
export const readTerms = cache(async () => {
  const [terms, t, locale] = await Promise.all([
    readOrStop(readPublic().terms()),
    getTranslations('terms.units'),
    getLocale(),
  ])
  const won = (amountMinor: string) => priceText({ amountMinor, currency: 'KRW' }, locale)
  const lasting = (seconds: number) => {
    const { unit, count } = durationOf(seconds)
    return t(unit, { count })
  }
  const { seconds } = terms
  const figures = {
    percent: terms.cancelFeePercent,
    late: terms.latePayment,
    held: terms.holdFromMinor === '0' ? 'no' : 'yes',
    holdFrom: won(terms.holdFromMinor),
    topUpMin: won(terms.topUpMinMinor),
    topUpMax: won(terms.topUpMaxMinor),
    packingSeconds: seconds.packing,
    packing: lasting(seconds.packing),
    reservation: lasting(seconds.reservation),
    payment: lasting(seconds.payment),
    returning: lasting(seconds.returning),
    retention: lasting(seconds.retention),
    session: lasting(seconds.session),
    visitorCookie: lasting(seconds.visitorCookie),
    orderLinkCookie: lasting(seconds.orderLinkCookie),
  }
  return { terms, figures }
})
