'use client'

import { useTranslations } from 'next-intl'
import { type CardValues, formatCardNumber } from './card-format'

const cards = [
  ['works', '4242424242424242'],
  ['approval', '4000002500003155'],
  ['declined', '4000000000000002'],
  ['poor', '4000000000009995'],
  ['expired', '4000000000000069'],
  ['silent', '4000990000000400'],
  ['trouble', '4000990000000517'],
] as const

/** For trying the shop out: cards that pay, and cards that fail in each way a card can. Never shown with real keys. */
export const TestCards = ({ onUse }: { onUse: (card: CardValues) => void }) => {
  const t = useTranslations('pay.test')
  return (
    <details className="mt-5 border-t border-line pt-1 text-sm">
      <summary className="flex min-h-11 items-center text-ink-2 underline underline-offset-4">{t('title')}</summary>
      <p className="mb-2 text-ink-2">{t('note')}</p>
      <ul>
        {cards.map(([name, digits]) => {
          const number = formatCardNumber(digits)
          return (
            <li key={name}>
              <button
                type="button"
                className="flex min-h-11 w-full flex-wrap items-center gap-x-4 rounded-sm px-2 py-1.5 text-left hover:bg-paper-2"
                onClick={() => onUse({ number, exp: '12 / 34', cvc: '123' })}
              >
                <span className="figures">{number}</span>
                <span className="text-ink-2">{t(name)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
