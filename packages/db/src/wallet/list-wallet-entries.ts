import type { walletEntryPageSchema } from '@makegood/core/wallet/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'

type EntryPage = z.infer<typeof walletEntryPageSchema>
type Row = {
  version: number
  kind: EntryPage['entries'][number]['kind']
  amountMinor: bigint
  balanceAfterMinor: bigint
  currency: string
  orderId: string | null
  orderNumber: string | null
  at: Date
}

const pageSize = 30

/** One page of a wallet's ledger, newest first, by key: the cursor is the version of the page's last entry. */
export const listWalletEntries = async (
  db: Tx,
  request: { readonly userId: string; readonly cursor?: string | undefined },
): Promise<EntryPage> => {
  const before = request.cursor === undefined ? null : Number(request.cursor)
  const rows = await db.$queryRaw<Row[]>`
    select e.version, e.kind, e.amount_minor as "amountMinor", e.balance_after_minor as "balanceAfterMinor", w.currency,
      e.order_id as "orderId", o.number::text as "orderNumber", e.at
    from wallet w join wallet_entry e on e.user_id = w.user_id left join "order" o on o.id = e.order_id
    where w.user_id = ${request.userId} and (${before}::int is null or e.version < ${before}::int)
    order by e.version desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    entries: page.map(({ amountMinor, balanceAfterMinor, currency, ...row }) => ({
      ...row,
      amount: toWire(amountMinor, currency),
      balanceAfter: toWire(balanceAfterMinor, currency),
      at: row.at.toISOString(),
    })),
    nextCursor: rows.length > pageSize && last ? String(last.version) : null,
  }
}
