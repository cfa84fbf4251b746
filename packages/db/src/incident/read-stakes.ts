import type { Locale } from '@makegood/core/locale'
import type { WireMoney } from '@makegood/core/money/wire-money'
import type { SagaStakes } from '@makegood/core/saga/foresee-steps'
import type { StepFacts } from '@makegood/core/saga/step-effects'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'

type Legs = { cardMinor: bigint | null; walletMinor: bigint | null; currency: string }
type SagaAbout = { readonly name: string; readonly orderId: string | null; readonly input: unknown }
type Ids = {
  readonly paymentId?: string
  readonly returnId?: string
  readonly cancellationId?: string
  readonly refundRequestId?: string
  readonly topUpId?: string
}

/** What a saga is about: the money of each leg that it has still to move, the order's goods, and what else decides what its steps do. */
export const readStakes = async (db: Tx, saga: SagaAbout, language: Locale): Promise<SagaStakes> => {
  const legs = await readLegs(db, saga)
  const wire = (amountMinor: bigint | null): WireMoney | null =>
    legs && amountMinor !== null ? toWire(amountMinor, legs.currency) : null
  return {
    card: wire(legs?.cardMinor ?? null),
    wallet: wire(legs?.walletMinor ?? null),
    goods: await readGoods(db, saga, language),
    facts: await readFacts(db, saga),
  }
}

const readLegs = async (db: Tx, { name, orderId, input }: SagaAbout): Promise<Legs | null> => {
  const ids = input as Ids
  const [row = null] =
    name === 'cancel-order' || name === 'return-order' || name === 'refund-order'
      ? await readRefundLegs(db, orderId, ids)
      : name === 'top-up-wallet'
        ? await db.$queryRaw<Legs[]>`
            select amount_minor as "cardMinor", amount_minor as "walletMinor", currency from wallet_top_up
            where id = ${ids.topUpId ?? null}`
        : await db.$queryRaw<Legs[]>`
            select card_minor as "cardMinor", wallet_minor as "walletMinor", currency from payment
            where id = ${ids.paymentId ?? null}`
  return row
}

/** What is planned and not done; before anything is planned, what would be: the goods of the return, or what is left of the payment. */
const readRefundLegs = (db: Tx, orderId: string | null, ids: Ids): Promise<Legs[]> => db.$queryRaw<Legs[]>`
  with planned as (
    select leg, amount_minor, status from refund
    where (source = 'return' and source_id = ${ids.returnId ?? null})
      or (source = 'cancellation' and source_id = ${ids.cancellationId ?? null})
      or (source = 'operator' and source_id = ${ids.refundRequestId ?? null})
  ), owed as (
    select p.currency, p.card_minor - p.card_refunded_minor as card, p.wallet_minor - p.wallet_refunded_minor as wallet,
      coalesce((select refund_minor from return_request where id = ${ids.returnId ?? null}), p.amount_minor) as owed
    from payment p where p.order_id = ${orderId} and p.status = 'SUCCEEDED'
  )
  select currency,
    case when exists (select 1 from planned)
      then (select coalesce(sum(amount_minor), 0)::bigint from planned where leg = 'card' and status <> 'DONE')
      else least(card, owed) end as "cardMinor",
    case when exists (select 1 from planned)
      then (select coalesce(sum(amount_minor), 0)::bigint from planned where leg = 'wallet' and status <> 'DONE')
      else least(wallet, owed - least(card, owed)) end as "walletMinor"
  from owed`

const readGoods = async (db: Tx, { orderId, input }: SagaAbout, language: Locale): Promise<SagaStakes['goods']> => {
  if (orderId === null) return []
  const { returnId = null } = input as Ids
  return await db.$queryRaw<{ variantId: string; name: string; quantity: number }[]>`
    select l.variant_id as "variantId", case ${language} when 'en' then l.name_en else l.name_ko end as name,
      coalesce(r.quantity, l.quantity) as quantity
    from "order" o join order_line l on l.order_id = o.id
      left join return_line r on r.return_id = ${returnId} and r.variant_id = l.variant_id
    where o.id = ${orderId} and (${returnId}::text is null or r.return_id is not null)
    order by l.position`
}

const noOrder: StepFacts = {
  coupon: false,
  parcel: false,
  putBackTo: null,
  withoutGoods: false,
  whole: false,
  part: false,
}

/** An undone payment puts its order back only while the order is its own; it ends where that was asked for or its time is over. */
const readFacts = async (db: Tx, { orderId, input }: SagaAbout): Promise<StepFacts> => {
  if (orderId === null) return noOrder
  const { paymentId = null, returnId = null, refundRequestId } = input as Ids
  const [facts = noOrder] = await db.$queryRaw<Omit<StepFacts, 'part'>[]>`
    select o.coupon_claim_id is not null as coupon,
      exists (select 1 from shipment s where s.order_id = o.id and s.kind = 'DELIVERY' and s.status <> 'CANCELLED')
        or exists (select 1 from saga_step t where t.saga_id = 'fulfil-order:' || o.id and t.step_id = 'register-shipment'
          and t.undo_status is distinct from 'DONE'
          and (t.status in ('STARTED', 'FAILED') or (t.status = 'REFUSED' and t.attempts > 1))) as parcel,
      case when o.status <> 'PAYMENT_PROCESSING' or ${paymentId}::text is distinct from
          (select p.id from payment p where p.order_id = o.id order by p.attempt desc limit 1) then null
        when o.cancelling or exists (select 1 from order_limit l where l.order_id = o.id and l.kind = 'reservation'
          and l.due_at <= now() and l.outcome is distinct from 'enforced') then 'CANCELLED'
        else 'STOCK_RESERVED' end as "putBackTo",
      coalesce(r.without_goods, false) as "withoutGoods", coalesce(r.whole and o.status = 'RETURNED', false) as whole
    from "order" o left join return_request r on r.id = ${returnId}
    where o.id = ${orderId}`
  return { ...facts, part: refundRequestId !== undefined }
}
