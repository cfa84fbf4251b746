import type { Tx } from '../client.ts'

export type ReturnFacts = {
  readonly refundMinor: bigint
  readonly toCardMinor: bigint
  readonly toWalletMinor: bigint
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[]
}

/** What goes back with a return, goods and money, in one statement; throws for an unknown return. */
export const readReturnFacts = async (db: Tx, returnId: string): Promise<ReturnFacts> => {
  const rows = await db.$queryRaw<ReturnFacts[]>`
    select r.refund_minor as "refundMinor",
      (select coalesce(sum(amount_minor), 0)::bigint from refund
        where source = 'return' and source_id = r.id and leg = 'card') as "toCardMinor",
      (select coalesce(sum(amount_minor), 0)::bigint from refund
        where source = 'return' and source_id = r.id and leg = 'wallet') as "toWalletMinor",
      (select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity) order by l.variant_id)
        from return_line l where l.return_id = r.id) as lines
    from return_request r where r.id = ${returnId}`
  const [row] = rows
  if (!row) throw new Error(`no return ${returnId}`)
  return row
}
