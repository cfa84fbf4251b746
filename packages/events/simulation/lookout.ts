import { setTimeout as sleep } from 'node:timers/promises'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Db } from '@makegood/db/client'
import type { Clock } from './clock.ts'

export type SeenParcel = { readonly ref: string; readonly kind: 'DELIVERY' | 'PICK_UP'; readonly status: string }

/** An order as the actors see it: as it was at the last look. */
export type Sight = {
  readonly orderId: string
  readonly status: OrderStatus
  readonly needsAttention: boolean
  readonly totalMinor: bigint
  readonly paymentId: string | null
  readonly actionUrl: string | null
  readonly returnId: string | null
  readonly returnStatus: string | null
  readonly parcels: readonly SeenParcel[]
  /** The order in whose place a late payment put another one. */
  readonly takenUpBy: string | null
  /** True while a saga of it runs that waits for nobody. */
  readonly isMoving: boolean
  /** Other at each change. */
  readonly stamp: string
}

export type Lookout = {
  watch(orderId: string): void
  of(orderId: string): Sight | undefined
  /** Waits until an order is seen to be so; null where that does not come before the time is up. */
  waitFor(orderId: string, isSo: (sight: Sight) => boolean): Promise<Sight | null>
}

const lookEveryMs = 75

type Waiting = {
  readonly orderId: string
  readonly isSo: (sight: Sight) => boolean
  readonly tell: (sight: Sight | null) => void
}

/** One pair of eyes for all actors while the clock runs: hundreds that each asked the database would weigh more than the shop. */
export const startLookout = (db: Db, clock: Clock): Lookout => {
  const watched = new Set<string>()
  const sights = new Map<string, Sight>()
  const waiting = new Set<Waiting>()

  const keep = (sight: Sight): boolean => {
    const isChanged = sights.get(sight.orderId)?.stamp !== sight.stamp
    sights.set(sight.orderId, sight)
    return isChanged || sight.isMoving
  }
  const tellWaiting = () => {
    for (const one of waiting) {
      const sight = sights.get(one.orderId)
      const seen = sight && one.isSo(sight) ? sight : null
      if (!seen && clock.isOn()) continue
      waiting.delete(one)
      one.tell(seen)
    }
  }
  const lookOn = async () => {
    while (clock.isOn()) {
      const seen = watched.size > 0 ? await look(db, [...watched]) : []
      clock.heed(seen.map(keep).some(Boolean))
      tellWaiting()
      await sleep(lookEveryMs)
    }
  }
  void lookOn().finally(tellWaiting)

  return {
    watch: orderId => void watched.add(orderId),
    of: orderId => sights.get(orderId),
    waitFor: (orderId, isSo) =>
      new Promise(tell => {
        if (clock.isOn()) waiting.add({ orderId, isSo, tell })
        else tell(null)
      }),
  }
}

const look = (db: Db, orderIds: readonly string[]): Promise<Sight[]> => db.$queryRaw<Sight[]>`
  select o.id as "orderId", o.status, o.needs_attention as "needsAttention", o.total_minor as "totalMinor",
    p.id as "paymentId", p.action_url as "actionUrl", r.id as "returnId", r.status as "returnStatus",
    coalesce(s.parcels, '[]'::jsonb) as parcels,
    (select t.id from "order" t where t.taken_up_from = o.id) as "takenUpBy",
    exists (select 1 from saga g where g.order_id = o.id and g.status = 'RUNNING'
      and coalesce(g.current_step, '') not like 'await-%') as "isMoving",
    concat_ws(' ', o.version, o.needs_attention, p.id, p.status, p.action_url, r.id, r.status, s.parcels) as stamp
  from "order" o
  left join lateral (select id, status, action_url from payment where order_id = o.id order by attempt desc limit 1) p on true
  left join lateral (
    select id, status from return_request where order_id = o.id order by requested_at desc, id desc limit 1) r on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('ref', shipment_ref, 'kind', kind, 'status', status)) as parcels
    from shipment where order_id = o.id) s on true
  where o.id = any(${orderIds})`
