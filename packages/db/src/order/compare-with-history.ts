import { type HistoryMove, type RebuiltOrder, rebuildOrder } from '@makegood/core/order/rebuild-order'
import type { Tx } from '../client.ts'

type OrderRow = {
  readonly orderId: string
  readonly status: string
  readonly version: number
  /** The moves as one text: orders that went the same way have the same, and it is followed once. */
  readonly moves: string | null
}

export type OrderDifference = {
  readonly orderId: string
  readonly status: string
  readonly version: number
  readonly history: RebuiltOrder
}

export type ComparedOrders = { readonly orders: number; readonly differences: readonly OrderDifference[] }

const pageMax = 5000
const pathsMax = 10_000

/**
 * Rebuilds every order's state and version from its history alone and compares them with the order's row, by pages in the
 * order of their ids; each page is one statement, so that an order on its way is seen whole. Only reads.
 */
export async function* compareWithHistory(db: Tx, pageSize = pageMax): AsyncGenerator<ComparedOrders> {
  const known = new Map<string, RebuiltOrder>()
  for (let after = ''; ; ) {
    const rows = await readPage(db, after, pageSize)
    yield { orders: rows.length, differences: rows.flatMap(row => compare(row, known)) }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.orderId
  }
}

const readPage = async (db: Tx, after: string, limit: number): Promise<readonly OrderRow[]> =>
  await db.$queryRaw<OrderRow[]>`
    select o.id as "orderId", o.status, o.version, h.moves
    from (select id, status, version from "order" where id > ${after} order by id limit ${limit}) o
    left join lateral (
      select string_agg(concat_ws(' ', version, coalesce(from_status, '-'), to_status, reason, mover), ',' order by version) as moves
      from order_history where order_id = o.id) h on true
    order by o.id`

const compare = (
  { orderId, status, version, moves }: OrderRow,
  known: Map<string, RebuiltOrder>,
): readonly OrderDifference[] => {
  const text = moves ?? ''
  const history = known.get(text) ?? rebuildOrder(toMoves(text))
  if (known.size < pathsMax) known.set(text, history)
  const same = history.rebuilt && history.status === status && history.version === version
  return same ? [] : [{ orderId, status, version, history }]
}

const toMoves = (text: string): readonly HistoryMove[] =>
  text === ''
    ? []
    : text.split(',').map(move => {
        const [version = '', from = '', to = '', reason = '', mover = ''] = move.split(' ')
        return { version: Number(version), from: from === '-' ? null : from, to, reason, mover }
      })
