import { formatMoney, formatMoneyShort } from '@makegood/core/money/money'
import { fromWireMoney, type WireMoney } from '@makegood/core/money/wire-money'

/** Money from the wire in the reader's language; the only way the shop prints an amount. */
export const priceText = (amount: WireMoney, locale: string): string => formatMoney(fromWireMoney(amount), locale)

/** As a chart's axis has room for it. */
export const shortPriceText = (amount: WireMoney, locale: string): string =>
  formatMoneyShort(fromWireMoney(amount), locale)
