import type { OrderFilters, PaymentState } from '@makegood/core/order/order-filters'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isUnfinished } from '../saga/is-unfinished.ts'
import { ordersThatHold } from '../today/read-held.ts'
import { type OrderQuestion, placedWithin } from './order-conditions.ts'

export type Turn = {
  readonly oldestFirst: boolean
  readonly after: { readonly at: Date; readonly id: string } | null
}

export type Candidates = {
  /** The orders `o` to look at, in the list's order. */
  readonly from: Prisma.Sql
  /** Where `limit` orders were looked at and there may be more: the key of the last of them. Null where these are all. */
  readonly last: (() => Promise<{ readonly placedAt: Date; readonly id: string } | null>) | null
}

/** A set that is not larger is read whole and sorted; a larger one is common enough to be met on the way through all orders. */
const rareMax = 5_000
/** No page looks at more orders than this. */
export const lookedAtMax = 10_000
/** Most orders end in one of these; `order_state` holds those that are in another. */
const commonStatuses: readonly OrderStatus[] = ['COMPLETED', 'CANCELLED']

/** The cheapest way to the orders that may be meant: a small set by its own index, or all of them in order, bounded. */
export const chooseCandidates = async (
  db: Tx,
  question: OrderQuestion,
  turn: Turn,
  /** How many the caller takes at most: where every candidate is meant, no more are read. */
  wanted: number,
): Promise<Candidates> => {
  for (const few of rareSets(question)) {
    const [counted] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from (${few} limit ${rareMax + 1}) few`
    if ((counted?.count ?? 0) > rareMax) continue
    const from = Prisma.sql`(select o.* from (select distinct id from (${few}) every_few) few join "order" o on o.id = few.id
      where ${isAfter(turn, Prisma.sql`o.id`)}) o`
    return { from, last: null }
  }
  const { statuses } = question.filters
  const isOpen = statuses.length > 0 && statuses.every(status => !commonStatuses.includes(status))
  if (!isOpen) return allOnes(db, question, turn)
  return openOnes(db, question.filters, turn, isStatusAlone(question) ? wanted : rareMax)
}

/** Sets that are usually small, the smallest first. */
const rareSets = ({ filters, search, product }: OrderQuestion): readonly Prisma.Sql[] => {
  const boughtOneOf = (variantIds: readonly string[]) =>
    Prisma.sql`select order_id as id from order_line where variant_id = any(${variantIds}::text[])`
  const sets: Prisma.Sql[] = []
  if (search) {
    const named = Prisma.sql`select unnest(${search.orderIds}::text[]) as id`
    sets.push(search.variantIds.length === 0 ? named : Prisma.sql`${named} union all ${boughtOneOf(search.variantIds)}`)
  }
  if (filters.held) sets.push(ordersThatHold(filters.held))
  if (filters.attention) sets.push(Prisma.sql`select id from "order" where needs_attention`)
  if (filters.payments.length > 0 && filters.payments.every(state => rarePayments[state]))
    sets.push(Prisma.join([...new Set(filters.payments.map(state => rarePayments[state]))], ' union all '))
  if (filters.sagas.length > 0) sets.push(inSagas(filters.sagas))
  if (product) sets.push(boughtOneOf(product))
  if (filters.totalFrom !== undefined || filters.totalTo !== undefined)
    sets.push(Prisma.sql`select id from "order" where total_minor between ${BigInt(filters.totalFrom ?? 0)}
      and ${BigInt(filters.totalTo ?? '999999999999999')}`)
  return sets
}

const open = Prisma.sql`select order_id as id from payment where settled_at is null and status = 'OPEN'`
const undone = Prisma.sql`select order_id as id from refund where done_at is null`
const givenBack = Prisma.sql`
  select order_id as id from payment where card_refunded_minor > 0 or wallet_refunded_minor > 0`
/** Where the orders are that may be in a state of payment; not named where they are most. */
const rarePayments: Readonly<Partial<Record<PaymentState, Prisma.Sql>>> = {
  open,
  'late-charge': Prisma.sql`
    select order_id as id from saga where ${isUnfinished} and name = 'settle-late-payment' and order_id is not null`,
  refunding: undone,
  'refund-owed': Prisma.sql`${undone} union all
    select order_id as id from saga where status = 'NEEDS_ATTENTION' and name = 'pay-order' and order_id is not null`,
  'part-refunded': givenBack,
  refunded: givenBack,
}

const paused = Prisma.sql`select order_id as id from order_pause where resumed_at is null`

/** Where the orders are whose sagas may do one of these. */
const inSagas = (sagas: readonly string[]): Prisma.Sql => {
  if (sagas.every(state => state === 'paused')) return paused
  const others = sagas.filter(state => state !== 'paused')
  const unfinished = Prisma.sql`select order_id as id from saga where ${wantedSagas(others)} and order_id is not null`
  return others.length < sagas.length ? Prisma.sql`${unfinished} union all ${paused}` : unfinished
}

const wantedSagas = (sagas: readonly string[]): Prisma.Sql => {
  if (sagas.every(state => state === 'stopped')) return Prisma.sql`status = 'NEEDS_ATTENTION'`
  return sagas.includes('stopped') ? isUnfinished : Prisma.sql`status = 'RUNNING'`
}

const inOrder = ({ oldestFirst }: Turn): Prisma.Sql =>
  oldestFirst ? Prisma.sql`placed_at, id` : Prisma.sql`placed_at desc, id desc`

const isAfter = ({ oldestFirst, after }: Turn, id = Prisma.sql`id`): Prisma.Sql => {
  if (!after) return Prisma.sql`true`
  return oldestFirst
    ? Prisma.sql`(placed_at, ${id}) > (${after.at}, ${after.id})`
    : Prisma.sql`(placed_at, ${id}) < (${after.at}, ${after.id})`
}

/** True where nothing narrows further what the states and the days do. */
const isStatusAlone = ({ filters, search, product }: OrderQuestion): boolean =>
  !search &&
  !product &&
  filters.payments.length === 0 &&
  filters.sagas.length === 0 &&
  !filters.attention &&
  filters.held === undefined &&
  filters.delivery === undefined &&
  filters.totalFrom === undefined &&
  filters.totalTo === undefined

type Key = { placedAt: Date; id: string }

const openOnes = (db: Tx, filters: OrderFilters, turn: Turn, most: number): Candidates => {
  const direction = turn.oldestFirst ? Prisma.sql`asc` : Prisma.sql`desc`
  const keys = Prisma.sql`
    select c.order_id as id, c.placed_at from unnest(${filters.statuses}::text[]) as wanted (status)
    cross join lateral (
      select order_id, placed_at from order_state
      where order_state.status = wanted.status and ${placedWithin(filters)} and ${isAfter(turn, Prisma.sql`order_id`)}
      order by placed_at ${direction}, order_id ${direction} limit ${most}
    ) c order by c.placed_at ${direction}, c.order_id ${direction} limit ${most}`
  return {
    from: Prisma.sql`(select o.* from (${keys}) key join "order" o on o.id = key.id order by key.placed_at ${direction},
      key.id ${direction}) o`,
    last: async () => {
      const [last] = await db.$queryRaw<Key[]>`select placed_at as "placedAt", id from (${keys}) k offset ${most - 1}`
      return last ?? null
    },
  }
}

const allOnes = (db: Tx, { filters }: OrderQuestion, turn: Turn): Candidates => {
  const all = (columns: Prisma.Sql) => Prisma.sql`
    select ${columns} from "order" where ${placedWithin(filters)} and ${isAfter(turn)}
    order by ${inOrder(turn)} limit ${lookedAtMax}`
  return {
    from: Prisma.sql`(${all(Prisma.sql`*`)}) o`,
    last: async () => {
      const [last] = await db.$queryRaw<Key[]>`
        select placed_at as "placedAt", id from (${all(Prisma.sql`placed_at, id`)}) k offset ${lookedAtMax - 1}`
      return last ?? null
    },
  }
}
