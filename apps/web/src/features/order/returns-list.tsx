'use client'

import type { ReturnView } from '@makegood/core/return/views'
import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import { ParcelFacts } from './parcel-note'
import { SectionBox } from './section-box'

/** Every return of the order: what goes back, how far it is, and what the shop said to it. */
export const ReturnsList = ({ returns }: { returns: readonly ReturnView[] }) => {
  const t = useTranslations('order.returns')
  const locale = useLocale()
  if (returns.length === 0) return null
  return (
    <SectionBox title={t('title')}>
      <ul className="mt-1.5">
        {returns.map(request => (
          <li key={request.id} className="border-b border-line py-3">
            <p className="font-medium">
              {request.status === 'ACCEPTED' && request.withoutGoods
                ? t('nothingBack')
                : t(`statuses.${request.status}`)}
            </p>
            <ul className="mt-0.5 text-[0.9375rem]">
              {request.lines.map(line => (
                <li key={line.variantId}>
                  {line.name}{' '}
                  <span className="text-ink-2">
                    {[line.option, t('of', { count: line.quantity })].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            <p className="figures mt-1 flex flex-wrap gap-x-4 text-sm text-ink-2">
              <span>{t('asked', { at: dateText(request.requestedAt, 'day', locale) })}</span>
              {request.status !== 'REJECTED' && request.status !== 'REFUNDED' && (
                <span>{t('worth', { amount: priceText(request.refund, locale) })}</span>
              )}
            </p>
            {request.decisionReason && <p className="mt-1">{t('says', { reason: request.decisionReason })}</p>}
            {request.pickUp && request.status !== 'REFUNDED' && (
              <div className="mt-2">
                <ParcelFacts shipment={request.pickUp} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </SectionBox>
  )
}
