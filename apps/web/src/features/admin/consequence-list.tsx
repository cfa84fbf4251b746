'use client'

import type { Consequences } from '@makegood/core/console/consequences'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import { EngineAwayLine } from './engine-away-line'
import { useWordsOr } from './use-words-or'

type Props = {
  consequences: Consequences
  /** What happens only where it turns out to be needed. */
  perhaps?: Consequences
}

/** What an act will do to money, stock, coupon, parcels and order, and what the shopper will be told, line by line. */
export const ConsequenceList = ({ consequences, perhaps }: Props) => {
  const t = useTranslations('admin.effects')
  const repair = useTranslations('admin.repair')
  const linesOf = useLines()
  const lines = linesOf(consequences)
  const possible = perhaps ? linesOf(perhaps) : []
  return (
    <>
      {lines.length === 0 && possible.length === 0 && <p className="text-ink-2">{repair('nothing')}</p>}
      {lines.length > 0 && <Lines lines={lines} />}
      {possible.length > 0 && (
        <>
          <p className="mt-1">{t(lines.length > 0 ? 'perhaps' : 'onlyPerhaps')}</p>
          <Lines lines={possible} />
        </>
      )}
      <EngineAwayLine />
    </>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="list-disc pl-5">
    {lines.map(line => (
      <li key={line} className="figures">
        {line}
      </li>
    ))}
  </ul>
)

const useLines = () => {
  const t = useTranslations('admin.effects')
  const statuses = useTranslations('order.statuses')
  const channelOf = useWordsOr('admin.channels')
  const templateOf = useWordsOr('admin.templates')
  const locale = useLocale()
  return ({ money, stock, coupons, parcels, states, messages }: Consequences): readonly string[] => [
    ...money.map(({ what, amount }) => t(what, { amount: priceText(amount, locale) })),
    ...stock.map(({ what, name, quantity }) => t(what, { name, count: quantity })),
    ...coupons.map(what => t(what)),
    ...parcels.map(what => t(what)),
    ...(states.length > 0 ? [t('state', { state: states.map(state => statuses(state)).join(' → ') })] : []),
    ...messages.map(({ template, channels }) =>
      t('message', { template: templateOf(template), channels: channels.map(channelOf).join(', ') }),
    ),
  ]
}
