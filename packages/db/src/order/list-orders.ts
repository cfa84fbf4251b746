import type { ListOrders, OrderFilters, OrderPage, OrderRow } from '@makegood/core/order/order-filters'
import { readOrderSearch } from '@makegood/core/order/read-order-search'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { findMatchingOrders, findMatchingVariants } from './find-order-matches.ts'
import { toWire } from './line-views.ts'
import { chooseCandidates, type Turn } from './order-candidates.ts'
import { holdsFor, latestPayment, type OrderQuestion, paymentState, unfinishedSaga } from './order-conditions.ts'

type Row = Omit<OrderRow, 'number' | 'placedAt' | 'total' | 'firstGoods' | 'cursor'> & {
  number: bigint
  placedAt: Date
  totalMinor: bigint
  currency: string
  firstKo: string
  firstEn: string
}

const pageSize = 50

/**
 * One page of the orders that filters and search ask for, by key: the hundredth page costs what the first does, and no page
 * looks at more than a bounded number of orders, whatever is asked.
 */
export const listOrders = async (db: Tx, input: ListOrders, size = pageSize): Promise<OrderPage> => {
  const question = await readQuestion(db, input)
  const turn: Turn = {
    oldestFirst: input.sort === 'oldest',
    after: input.cursor ? parseTimeCursor(input.cursor) : null,
  }
  const { from, last } = await chooseCandidates(db, question, turn, size + 1)
  // Money and sagas are looked up for the orders of the page, and for all that are looked at only where they narrow the list.
  const moneyAndSaga = Prisma.sql`${latestPayment} ${unfinishedSaga}`
  const narrows = input.payments.length > 0 || input.sagas.length > 0
  const sorted = turn.oldestFirst ? Prisma.sql`o.placed_at, o.id` : Prisma.sql`o.placed_at desc, o.id desc`
  const rows = await db.$queryRaw<Row[]>`
    select o.id, o.number, o.version, o.status, o.placed_at as "placedAt", o.email, o.phone, o.recipient, o.total_minor as "totalMinor",
      o.currency, o.delivery_method as delivery, o.needs_attention as "needsAttention", o.payment, o.saga,
      l.items as "itemCount", l.lines as "lineCount", f.name_ko as "firstKo", f.name_en as "firstEn"
    from (
      select o.*, ${paymentState} as payment, w.state as saga from (
        select o.* from ${from} ${narrows ? moneyAndSaga : Prisma.empty}
        where ${holdsFor(question)} order by ${sorted} limit ${size + 1}
      ) o ${moneyAndSaga}
    ) o
    cross join lateral (
      select coalesce(sum(quantity), 0)::int as items, count(*)::int as lines from order_line where order_id = o.id
    ) l
    left join order_line f on f.order_id = o.id and f.position = (select min(position) from order_line where order_id = o.id)
    order by ${sorted}`
  const page = rows.slice(0, size)
  const end = page.at(-1)
  if (rows.length > size && end) return { orders: page.map(toRow), nextCursor: cursorOf(end), searchedTo: null }
  const lastLookedAt = last ? await last() : null
  return {
    orders: page.map(toRow),
    nextCursor: lastLookedAt && cursorOf(lastLookedAt),
    searchedTo: lastLookedAt?.placedAt.toISOString() ?? null,
  }
}

const newerMax = 100

/** How many orders that are asked for were placed after the newest one of a list, up to a hundred. */
export const countNewerOrders = async (db: Tx, filters: OrderFilters, since: string): Promise<number> => {
  const { orders } = await listOrders(db, { ...filters, sort: 'oldest', cursor: since }, newerMax)
  return orders.length
}

const readQuestion = async (db: Tx, filters: OrderFilters): Promise<OrderQuestion> => {
  const search = filters.q ? readOrderSearch(filters.q) : null
  const [orderIds, variantIds, product] = await Promise.all([
    search ? findMatchingOrders(db, search) : [],
    search?.product ? findMatchingVariants(db, search.product) : [],
    filters.product ? findMatchingVariants(db, filters.product) : null,
  ])
  return { filters, search: search && { orderIds, variantIds }, product }
}

const cursorOf = ({ placedAt, id }: { placedAt: Date; id: string }): string => timeCursor(placedAt, id)

const toRow = ({ totalMinor, currency, firstKo, firstEn, ...row }: Row): OrderRow => ({
  ...row,
  number: row.number.toString(),
  placedAt: row.placedAt.toISOString(),
  total: toWire(totalMinor, currency),
  firstGoods: { ko: firstKo ?? '', en: firstEn ?? '' },
  cursor: cursorOf(row),
})
