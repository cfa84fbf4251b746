import type { DayRange, WireDeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'

/** Every way a parcel can travel: what it costs and how many working days it takes. */
export const DeliveryWays = ({ terms }: { terms: WireDeliveryTerms }) => {
  const t = useTranslations('terms.delivery.ways')
  const product = useTranslations('product')
  const locale = useLocale()
  const won = (amountMinor: string) =>
    amountMinor === '0' ? t('free') : priceText({ amountMinor, currency: 'KRW' }, locale)
  const days = ({ min, max }: DayRange) => (min === max ? t('day', { count: min }) : t('days', { min, max }))
  const rows = [
    { way: 'standard', minor: terms.standardMinor, days: terms.days.standard },
    { way: 'express', minor: terms.expressMinor, days: terms.days.express },
    { way: 'abroad', minor: terms.abroadMinor, days: terms.days.abroad },
  ] as const
  return (
    <dl className="border-b border-line">
      {rows.map(row => (
        <div key={row.way} className="grid grid-cols-[1fr_auto] gap-x-4 border-t border-line py-2.5">
          <dt>{product(`ways.${row.way}`)}</dt>
          <dd className="text-right">{won(row.minor)}</dd>
          <dd className="col-span-2 text-[0.9375rem] text-ink-2">
            {days(row.days)}
            {row.way === 'standard' &&
              row.minor !== '0' &&
              ` · ${product('freeFrom', { from: priceText({ amountMinor: terms.freeFromMinor, currency: 'KRW' }, locale) })}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
