import type { ShortLine } from '@makegood/core/stock/find-short-lines'
import type { Tx } from '../client.ts'

export type CancellationFacts = {
  /** What an operator who cancelled wrote; the shopper's own words are not told back to them. */
  readonly note: string
  readonly feeMinor: bigint
  /** What goes back, planned or done, of the payment that the cancellation ended. */
  readonly toCardMinor: bigint
  readonly toWalletMinor: bigint
  readonly shortLines: readonly ShortLine[]
}

/** What a cancelled order costs its shopper and gives back to them, in one statement. */
export const readCancellationFacts = async (db: Tx, orderId: string): Promise<CancellationFacts> => {
  const rows = await db.$queryRaw<CancellationFacts[]>`
    with latest as (
      select id from payment where order_id = ${orderId} order by attempt desc limit 1
    ), back as (
      select leg, amount_minor from refund where order_id = ${orderId}
        and (source = 'cancellation' or (source = 'undo' and payment_id = (select id from latest)))
    ), cancelled as (
      select note, mover, fee_minor from cancellation where order_id = ${orderId} and status <> 'REFUSED'
      order by requested_at desc limit 1
    )
    select coalesce((select note from cancelled where mover = 'operator'), '') as note,
      coalesce((select fee_minor from cancelled), 0) as "feeMinor",
      (select coalesce(sum(amount_minor), 0)::bigint from back where leg = 'card') as "toCardMinor",
      (select coalesce(sum(amount_minor), 0)::bigint from back where leg = 'wallet') as "toWalletMinor",
      coalesce((select h.details -> 'shortLines' from order_history h
        where h.order_id = ${orderId} and h.reason = 'stock-insufficient'), '[]') as "shortLines"`
  const [row] = rows
  if (!row) throw new Error('the facts of a cancellation have no answer row')
  return row
}
