import { type Currency, currencies } from '@makegood/core/money/money'

/** The currency that a row names; throws where the shop does not know it, because no amount may go without one. */
export const toCurrency = (code: string): Currency => {
  const currency = currencies.find(candidate => candidate === code)
  if (!currency) throw new Error(`unknown currency ${code} in the database`)
  return currency
}
