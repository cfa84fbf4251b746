import { DomainError } from '@makegood/core/errors'
import type { CorrectStockInput } from '@makegood/core/stock/inputs'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { sayWhyStock } from './say-why-stock.ts'

/**
 * Changes how many of a variant there are by an amount, once for one client-made id, with its ledger and audit entries in
 * the same transaction. What is put aside or sold is never touched: an amount that takes more than is for sale is refused
 * with what there is, and nothing is written.
 */
export const correctStock = (
  db: Db,
  { requestId, variantId, kind, amount, note }: CorrectStockInput,
  operatorId: string,
): Promise<{ readonly variantId: string; readonly available: number }> =>
  inTransaction(db, async tx => {
    const available = await lockAvailable(tx, variantId)
    if (await isDone(tx, requestId, variantId)) return { variantId, available }
    if (available + amount < 0)
      throw new DomainError('conflict', `only ${available} of ${variantId} are for sale`, {
        reason: 'not-so-many',
        available,
      })
    await sayWhyStock(tx, { kind, note, operatorId, requestId })
    await tx.$executeRaw`
      update stock set received = received + ${amount}, available = available + ${amount}, updated_at = now()
      where variant_id = ${variantId}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'stock.correct',
      orderId: null,
      subject: variantId,
      reason: note,
      details: { kind, amount, before: available, after: available + amount },
    })
    return { variantId, available: available + amount }
  })

const lockAvailable = async (tx: Tx, variantId: string): Promise<number> => {
  const [row] = await tx.$queryRaw<{ available: number }[]>`
    select available from stock where variant_id = ${variantId} for update`
  if (!row) throw new DomainError('not-found', `no stock of ${variantId}`)
  return row.available
}

const isDone = async (tx: Tx, requestId: string, variantId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from stock_change where request_id = ${requestId} and variant_id = ${variantId}`
  return rows.length > 0
}
