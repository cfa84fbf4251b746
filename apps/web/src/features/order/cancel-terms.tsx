'use client'

import type { CancelTermsView } from '@makegood/core/cancellation/views'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'

/** What a cancellation comes to, sentence by sentence: the money, and the coupon where the order has one. */
export const CancelTerms = ({ terms, hasCoupon }: { terms: CancelTermsView; hasCoupon: boolean }) => {
  const t = useTranslations('order.cancel')
  const locale = useLocale()
  const sentences = (
    [
      ['toCard', terms.toCard],
      ['toWallet', terms.toWallet],
      ['fee', terms.fee],
    ] as const
  ).flatMap(([key, amount]) => (amount.amountMinor === '0' ? [] : t(key, { amount: priceText(amount, locale) })))
  if (terms.paymentUnderWay) sentences.unshift(t('underWay'))
  if (sentences.length === 0) sentences.push(t('free'))
  if (hasCoupon) sentences.push(t('coupon'))
  if (sentences.length === 1) return <p className="figures mt-2">{sentences[0]}</p>
  return (
    <ul className="mt-2 list-disc pl-5">
      {sentences.map(sentence => (
        <li key={sentence} className="figures">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
