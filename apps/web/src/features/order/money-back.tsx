'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import { SectionBox } from './section-box'

/** Every amount that goes back, or has gone back, and what was kept. */
export const MoneyBack = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order.money')
  const locale = useLocale()
  const { refunds, cancellation } = order
  const fee = cancellation && cancellation.fee.amountMinor !== '0' ? cancellation.fee : null
  if (refunds.length === 0 && !fee) return null
  const toCard = refunds.some(refund => refund.leg === 'card')
  return (
    <SectionBox title={t('title')}>
      <ul className="mt-2">
        {refunds.map(refund => (
          <li key={refund.id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5">
            <span>
              {t(refund.leg === 'card' ? 'toCard' : 'toWallet')}
              <span className="block text-sm text-ink-2">{t(`sources.${refund.source}`)}</span>
            </span>
            <span className="text-right">
              <span className="figures font-semibold">{priceText(refund.amount, locale)}</span>
              <span className="figures block text-sm text-ink-2">
                {refund.doneAt ? t('done', { at: dateText(refund.doneAt, 'day', locale) }) : t('planned')}
              </span>
            </span>
          </li>
        ))}
        {fee && (
          <li className="flex justify-between gap-x-4 border-b border-line py-2.5">
            <span>{t('fee')}</span>
            <span className="figures">{priceText(fee, locale)}</span>
          </li>
        )}
      </ul>
      {toCard && <p className="mt-2 text-sm text-ink-2">{t('bank')}</p>}
    </SectionBox>
  )
}
