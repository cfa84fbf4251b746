import type { useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'

type PriceWords = ReturnType<typeof useTranslations<'list.price'>>

/** A price range in words; an open end is left unsaid. */
export const priceRangeWords = (t: PriceWords, locale: string, from: string | null, to: string | null): string => {
  const price = (amountMinor: string) => priceText({ amountMinor, currency: 'KRW' }, locale)
  if (from && to) return t('between', { from: price(from), to: price(to) })
  if (from) return t('above', { from: price(from) })
  return t('below', { to: price(to ?? '0') })
}
