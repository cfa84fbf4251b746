import type { RefundLegs } from '@makegood/core/refund/refund-rules'
import type { Tx } from '../client.ts'
import type { RefundSource } from './plan-refund.ts'

/** What of a refund goes, or went, to the card and to the wallet. */
export const readRefundLegs = async (db: Tx, { source, sourceId }: RefundSource): Promise<RefundLegs> => {
  const [legs] = await db.$queryRaw<RefundLegs[]>`
    select coalesce(sum(amount_minor) filter (where leg = 'card'), 0)::bigint as "cardMinor",
      coalesce(sum(amount_minor) filter (where leg = 'wallet'), 0)::bigint as "walletMinor"
    from refund where source = ${source} and source_id = ${sourceId}`
  return legs ?? { cardMinor: 0n, walletMinor: 0n }
}
