import type { Locale } from '@makegood/core/locale'
import type { WireMoney } from '@makegood/core/money/wire-money'
import type { OrderView } from '@makegood/core/order/views'

/** An order's line as the database's JSON gives it. */
export type LineRow = {
  readonly variantId: string
  readonly nameKo: string
  readonly nameEn: string
  readonly optionKo: string
  readonly optionEn: string
  readonly picturePath: string
  readonly unitPriceMinor: string
  readonly discountMinor: string
  readonly quantity: number
  readonly returnQuantity: number
}

export const toWire = (amountMinor: bigint, currency: string): WireMoney => ({
  amountMinor: amountMinor.toString(),
  // The column holds only what the catalogue's currency gave it; the procedure's output schema checks it once more.
  currency: currency as WireMoney['currency'],
})

/** Lines in the reader's language, each with its own total. */
export const toLineViews = (lines: readonly LineRow[], currency: string, locale: Locale): OrderView['lines'] =>
  lines.map(line => ({
    variantId: line.variantId,
    name: locale === 'ko' ? line.nameKo : line.nameEn,
    option: locale === 'ko' ? line.optionKo : line.optionEn,
    picturePath: line.picturePath,
    unitPrice: toWire(BigInt(line.unitPriceMinor), currency),
    quantity: line.quantity,
    lineTotal: toWire(BigInt(line.unitPriceMinor) * BigInt(line.quantity), currency),
    discount: toWire(BigInt(line.discountMinor), currency),
    returned: line.returnQuantity,
  }))
