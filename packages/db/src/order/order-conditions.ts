import type { OrderFilters, OrderSagaState, PaymentState } from '@makegood/core/order/order-filters'
import { startOfShopDay } from '@makegood/core/shop-time'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from '../saga/is-paused.ts'
import { begunStep, sagaState } from '../saga/saga-state.ts'
import { ordersThatHold } from '../today/read-held.ts'

/** What a search or a product's name was found to mean: orders by id, and goods whose buyers are meant. */
export type Meant = { readonly orderIds: readonly string[]; readonly variantIds: readonly string[] }

export type OrderQuestion = {
  readonly filters: OrderFilters
  /** Null where nothing was searched for. */
  readonly search: Meant | null
  /** The variants of the product filter; null where there is none. */
  readonly product: readonly string[] | null
}

const dayMs = 86_400_000

/** When the orders `o` were placed, as the filters say: what an index can begin and end at. */
export const placedWithin = ({ from, to }: OrderFilters): Prisma.Sql => {
  const end = to === undefined ? null : startOfShopDay(shopDayAfter(to))
  return Prisma.sql`${from === undefined ? Prisma.sql`true` : Prisma.sql`placed_at >= ${startOfShopDay(from)}`}
    and ${end === null ? Prisma.sql`true` : Prisma.sql`placed_at < ${end}`}`
}

const shopDayAfter = (day: string): string =>
  new Date(new Date(`${day}T12:00:00Z`).getTime() + dayMs).toISOString().slice(0, 10)

const boughtOneOf = (variantIds: readonly string[]): Prisma.Sql =>
  variantIds.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`exists (select 1 from order_line l where l.order_id = o.id and l.variant_id = any(${variantIds}::text[]))`

/** That an order `o`, whose payment `p` and unfinished saga `w` were looked up, is one of those that are asked for. */
export const holdsFor = ({ filters, search, product }: OrderQuestion): Prisma.Sql => {
  const conditions: Prisma.Sql[] = [placedWithin(filters)]
  const { statuses, payments, sagas, attention, delivery, totalFrom, totalTo } = filters
  if (statuses.length > 0) conditions.push(Prisma.sql`o.status = any(${statuses}::text[])`)
  if (attention) conditions.push(Prisma.sql`o.needs_attention`)
  if (filters.held) conditions.push(Prisma.sql`o.id in (${ordersThatHold(filters.held)})`)
  if (delivery) conditions.push(Prisma.sql`o.delivery_method = ${delivery}`)
  if (totalFrom !== undefined) conditions.push(Prisma.sql`o.total_minor >= ${BigInt(totalFrom)}`)
  if (totalTo !== undefined) conditions.push(Prisma.sql`o.total_minor <= ${BigInt(totalTo)}`)
  if (product) conditions.push(boughtOneOf(product))
  if (search)
    conditions.push(
      search.variantIds.length === 0
        ? Prisma.sql`o.id = any(${search.orderIds}::text[])`
        : Prisma.sql`(o.id = any(${search.orderIds}::text[]) or ${boughtOneOf(search.variantIds)})`,
    )
  if (payments.length > 0)
    conditions.push(Prisma.sql`${paymentState} = any(${payments satisfies PaymentState[]}::text[])`)
  if (sagas.length > 0) conditions.push(holdsForSagas(sagas))
  return Prisma.join(conditions, ' and ')
}

/** A paused order is meant as such also where a saga of it had stopped before. */
const holdsForSagas = (sagas: OrderSagaState[]): Prisma.Sql => {
  const state = Prisma.sql`w.state = any(${sagas}::text[])`
  return sagas.includes('paused') ? Prisma.sql`(${state} or ${isPaused(Prisma.sql`o.id`)})` : state
}

/** The latest payment `p` of an order `o`. */
export const latestPayment = Prisma.sql`
  left join lateral (
    select id, status, attempt, amount_minor, card_refunded_minor + wallet_refunded_minor as back from payment
    where order_id = o.id order by attempt desc limit 1
  ) p on true`

/**
 * That something belongs to an order, asked order by order through an index. Without `offset 0` the planner may read the
 * whole table for it once instead: it counts on as many orders as a list looks at, not as many as a page shows.
 */
const existsForEach = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`exists (${rows} offset 0)`

/** A charge that came for an attempt that was given up, and that its saga has not settled yet. */
const owesLateCharge = existsForEach(Prisma.sql`
  select 1 from payment f join saga s on s.id = 'settle-late-payment:' || f.id
  where f.order_id = o.id and f.status in ('DECLINED', 'FAILED') and s.status in ('RUNNING', 'NEEDS_ATTENTION')`)

/** A refund that did not arrive, or whose own saga has stopped before it was made. */
const owesRefund = existsForEach(Prisma.sql`
  select 1 from refund r where r.order_id = o.id and (r.status = 'FAILED'
    or r.status = 'PLANNED' and exists (select 1 from saga s where s.status = 'NEEDS_ATTENTION'
      and s.id = case r.source when 'cancellation' then 'cancel-order:' when 'return' then 'return-order:'
        when 'operator' then 'refund-order:' end || r.source_id))`)

/** A part that goes back and has not arrived yet. */
const isRefunding = existsForEach(Prisma.sql`
  select 1 from refund r where r.order_id = o.id and r.status = 'PLANNED'`)

/** A charge of an attempt that is given up, which could not be given back. */
const owesUndoneCharge = existsForEach(Prisma.sql`
  select 1 from saga s join saga_step t on t.saga_id = s.id
  where s.id = 'pay-order:' || p.id and s.status = 'NEEDS_ATTENTION' and t.step_id = 'charge-card' and t.undo_status = 'FAILED'`)

/**
 * `paymentStateOf` of core in the database's words. The counters of a payment say that something is planned or was given
 * back, so that what an ordinary order says of its money is read off its payment alone.
 */
export const paymentState = Prisma.sql`
  case when p.status is null then 'none'
    when (p.attempt > 1 or p.status in ('DECLINED', 'FAILED')) and ${owesLateCharge} then 'late-charge'
    when (p.attempt > 1 or p.back > 0) and ${owesRefund} then 'refund-owed'
    when p.status = 'OPEN' then case when ${owesUndoneCharge} then 'refund-owed' else 'open' end
    when p.status in ('DECLINED', 'FAILED') then 'failed'
    when p.back > 0 and ${isRefunding} then 'refunding'
    when p.status = 'REFUNDED' or (p.back > 0 and p.back = p.amount_minor) then 'refunded'
    when p.back > 0 then 'part-refunded' else 'paid' end`

/**
 * What the unfinished saga of an order `o` does, as `w.state`; the one that stopped before the others, then the latest. An
 * order that is paused stands still also where no saga of it is under way.
 */
export const unfinishedSaga = Prisma.sql`
  left join lateral (
    select coalesce((
      select ${sagaState} from saga s left join ${begunStep}
      where s.order_id = o.id and s.status in ('RUNNING', 'NEEDS_ATTENTION')
      order by (s.status = 'NEEDS_ATTENTION') desc, s.started_at desc limit 1
    ), case when ${isPaused(Prisma.sql`o.id`)} then 'paused' end) as state
  ) w on true`
