'use client'

import type { WireCouponTerms } from '@makegood/core/coupon/coupon-terms'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'

/** A coupon's terms in words: what it takes off, from which amount on, and until when. */
export const useCouponTerms = () => {
  const t = useTranslations('account.coupons')
  const locale = useLocale()
  return ({ kind, percent, amount, minimum, validFrom, validTo }: WireCouponTerms, readAt: string) => {
    const day = (at: string) => dateText(at, 'day', locale)
    const off =
      kind === 'PERCENT'
        ? amount
          ? t('percentUpTo', { percent: percent ?? 0, amount: priceText(amount, locale) })
          : t('percent', { percent: percent ?? 0 })
        : t('fixed', { amount: amount ? priceText(amount, locale) : '' })
    const from = minimum.amountMinor === '0' ? t('noMinimum') : t('minimum', { amount: priceText(minimum, locale) })
    const until = validFrom > readAt ? t('from', { day: day(validFrom) }) : t('until', { day: day(validTo) })
    return { off, rules: `${from} · ${until}` }
  }
}
