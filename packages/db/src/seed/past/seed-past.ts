import type { Db, Tx } from '../../client.ts'
import { writePastOrders } from './write-past-orders.ts'
import { writePastPeople } from './write-past-people.ts'
import { writePastProducts } from './write-past-products.ts'

export type PastKind = 'products' | 'users' | 'orders'
export type PastProgress = { readonly kind: PastKind; readonly written: number; readonly of: number }

const kinds: Readonly<Record<PastKind, { readonly slice: number; readonly write: typeof writePastOrders }>> = {
  products: { slice: 2000, write: writePastProducts },
  users: { slice: 20_000, write: writePastPeople },
  orders: { slice: 20_000, write: writePastOrders },
}
const sliceTimeoutMs = 10 * 60_000

/**
 * Fills a shop with so many products, accounts and past orders more, a slice a transaction: what is interrupted is whole up to
 * its last slice, and is gone on with by asking for the rest. It begins behind what an earlier call has written.
 */
export const seedPast = async (
  db: Db,
  asked: Readonly<Record<PastKind, number>>,
  tell: (progress: PastProgress) => void,
): Promise<void> => {
  for (const kind of ['products', 'users', 'orders'] as const) {
    const { slice, write } = kinds[kind]
    const first = asked[kind] > 0 ? await findFirst(db, kind) : 0
    for (let written = 0; written < asked[kind]; ) {
      const count = Math.min(slice, asked[kind] - written)
      await db.$transaction(tx => write(tx, first + written, count), { maxWait: 60_000, timeout: sliceTimeoutMs })
      written += count
      tell({ kind, written, of: asked[kind] })
    }
  }
  await db.$executeRaw`analyze`
}

const findFirst = async (db: Tx, kind: PastKind): Promise<number> => {
  const [row] = await (kind === 'products'
    ? db.$queryRaw<{ last: number | null }[]>`
        select max(substr(slug, 6)::int) as last from product where slug ~ '^past-[0-9]+$'`
    : kind === 'users'
      ? db.$queryRaw<{ last: number | null }[]>`
          select max(substr(id, 6)::int) as last from "user" where id ~ '^past-[0-9]+$'`
      : db.$queryRaw<{ last: number | null }[]>`
          select max(substr(charge_ref, 9)::int) as last from payment where charge_ref like 'ch\\_past\\_%'`)
  return (row?.last ?? 0) + 10
}
