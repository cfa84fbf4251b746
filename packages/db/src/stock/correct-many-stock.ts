import { DomainError } from '@makegood/core/errors'
import type { CorrectManyStockInput } from '@makegood/core/stock/inputs'
import type { StockCorrected } from '@makegood/core/stock/operator-views'
import type { Db } from '../client.ts'
import { correctStock } from './correct-stock.ts'

/**
 * Changes the stock of several variants, each for itself with a line in the ledger and in the audit of its own: one that is
 * refused is told, and stands in the way of no other. The same request again changes nothing more.
 */
export const correctManyStock = async (
  db: Db,
  { kind, note, rows }: CorrectManyStockInput,
  operatorId: string,
): Promise<readonly StockCorrected[]> => {
  const corrected: StockCorrected[] = []
  for (const row of rows) {
    try {
      const { available } = await correctStock(db, { ...row, kind, note }, operatorId)
      corrected.push({ variantId: row.variantId, outcome: 'corrected', available })
    } catch (error) {
      corrected.push({ variantId: row.variantId, ...refusalOf(error) })
    }
  }
  return corrected
}

/** What was refused of this row alone; everything else goes on being an error of all. */
const refusalOf = (error: unknown): Pick<StockCorrected, 'outcome' | 'available'> => {
  if (error instanceof DomainError && error.code === 'not-found') return { outcome: 'gone', available: 0 }
  if (error instanceof DomainError && error.details.reason === 'not-so-many')
    return { outcome: 'not-so-many', available: Number(error.details.available) }
  throw error
}
