import { formatMoney } from '@makegood/core/money/money'
import type { WireMoney } from '@makegood/core/money/wire-money'

/** Money from the wire in the reader's language; the only way the shop prints an amount. */
export const priceText = ({ amountMinor, currency }: WireMoney, locale: string): string =>
  formatMoney({ amountMinor: BigInt(amountMinor), currency }, locale)
