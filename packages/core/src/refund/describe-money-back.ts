import type { Consequences } from '../console/consequences.ts'
import type { Currency } from '../money/money.ts'
import { toWireMoney } from '../money/wire-money.ts'
import type { RefundLegs } from './refund-rules.ts'

/** What goes back, said by where to; a leg with nothing is not mentioned. */
export const describeMoneyBack = (
  { cardMinor, walletMinor }: RefundLegs,
  currency: Currency,
): Consequences['money'] => {
  const back = (what: 'back-to-card' | 'back-to-wallet', amountMinor: bigint) =>
    amountMinor > 0n ? [{ what, amount: toWireMoney({ amountMinor, currency }) }] : []
  return [...back('back-to-card', cardMinor), ...back('back-to-wallet', walletMinor)]
}
