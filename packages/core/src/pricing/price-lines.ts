import { add, type Currency, type Money, multiply, zero } from '../money/money.ts'

export type PricedLine = { readonly unitPrice: Money; readonly quantity: number }

/** The exact sum of unit price times quantity; throws where a line has another currency. */
export const totalOf = (lines: readonly PricedLine[], currency: Currency): Money =>
  lines.reduce((sum, line) => add(sum, multiply(line.unitPrice, line.quantity)), zero(currency))
