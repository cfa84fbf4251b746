import type { Locale } from '@makegood/core/locale'
import { formatMoney } from '@makegood/core/money/money'
import type { WireMoney } from '@makegood/core/money/wire-money'
import { type Fact, inWords, isSome, sumOf } from './parts.ts'

type MoneyBack = { readonly toCard: WireMoney; readonly toWallet: WireMoney }

export const isMoneyBack = ({ toCard, toWallet }: MoneyBack): boolean => isSome(toCard) || isSome(toWallet)

export const totalBack = ({ toCard, toWallet }: MoneyBack, locale: Locale): string =>
  formatMoney(sumOf(toCard, toWallet), locale)

const words = {
  ko: { card: '카드로 돌려드림', wallet: '지갑으로 돌려드림' },
  en: { card: 'Back to your card', wallet: 'Back to your wallet' },
} as const

export const moneyBackFacts = ({ toCard, toWallet }: MoneyBack, locale: Locale): readonly Fact[] => [
  ...(isSome(toCard) ? [{ label: words[locale].card, value: inWords(toCard, locale) }] : []),
  ...(isSome(toWallet) ? [{ label: words[locale].wallet, value: inWords(toWallet, locale) }] : []),
]

/** When the money is there, for each way that it goes. */
export const whenBack = ({ toCard, toWallet }: MoneyBack, locale: Locale): string => {
  const card = isSome(toCard)
  const wallet = isSome(toWallet)
  if (locale === 'ko') {
    if (card && wallet)
      return '지갑 금액은 지금 바로 쓰실 수 있고, 카드 금액은 카드사에 따라 영업일 3~5일 안에 들어갑니다.'
    if (card) return '카드사에 따라 영업일 3~5일 안에 들어갑니다. 따로 하실 일은 없습니다.'
    return '지갑에서 지금 바로 쓰실 수 있습니다. 따로 하실 일은 없습니다.'
  }
  if (card && wallet)
    return 'You can use the money in your wallet now; your card’s bank takes 3 to 5 working days. There is nothing you need to do.'
  if (card) return 'Your card’s bank takes 3 to 5 working days. There is nothing you need to do.'
  return 'You can use it from your wallet now. There is nothing you need to do.'
}
