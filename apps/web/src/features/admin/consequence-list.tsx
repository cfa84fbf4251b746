'use client'

import type { Consequences } from '@makegood/core/console/consequences'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import { EngineAwayLine } from './engine-away-line'
import { useWordsOr } from './use-words-or'

/** What an act will do to money, stock and parcels, and what the shopper will be told, line by line. */
export const ConsequenceList = ({ consequences }: { consequences: Consequences }) => {
  const t = useTranslations('admin.effects')
  const repair = useTranslations('admin.repair')
  const channelOf = useWordsOr('admin.channels')
  const templateOf = useWordsOr('admin.templates')
  const locale = useLocale()
  const lines = [
    ...consequences.money.map(({ what, amount }) => t(what, { amount: priceText(amount, locale) })),
    ...consequences.stock.map(({ what, name, quantity }) => t(what, { name, count: quantity })),
    ...consequences.parcels.map(what => t(what)),
    ...consequences.messages.map(({ template, channels }) =>
      t('message', { template: templateOf(template), channels: channels.map(channelOf).join(', ') }),
    ),
  ]
  return (
    <>
      {lines.length === 0 ? (
        <p className="text-ink-2">{repair('nothing')}</p>
      ) : (
        <ul className="list-disc pl-5">
          {lines.map(line => (
            <li key={line} className="figures">
              {line}
            </li>
          ))}
        </ul>
      )}
      <EngineAwayLine />
    </>
  )
}
