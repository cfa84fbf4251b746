import type { LimitKind } from '@makegood/core/order/order-limits'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from '../saga/is-paused.ts'

export type LimitOutcome = 'enforced' | 'moot'
export type LockedLimit = { readonly status: OrderStatus; readonly version: number; readonly correlationId: string }

/** A due limit with its order, both locked until the caller's transaction ends; null where it is settled, not due, or stands still. */
export const lockDueLimit = async (tx: Tx, orderId: string, kind: LimitKind): Promise<LockedLimit | null> => {
  // The order first, as everyone who moves it does, so that no two wait for each other in a circle.
  const orders = await tx.$queryRaw<LockedLimit[]>`
    select status, version, correlation_id as "correlationId" from "order" where id = ${orderId} for update`
  const due = await tx.$queryRaw<unknown[]>`
    select 1 from order_limit where order_id = ${orderId} and kind = ${kind} and settled_at is null and due_at <= now()
      and not ${isPaused(Prisma.sql`order_limit.order_id`)} for update`
  return due.length > 0 ? (orders[0] ?? null) : null
}

/** Records what became of a limit, once. */
export const settleLimit = async (tx: Tx, orderId: string, kind: LimitKind, outcome: LimitOutcome): Promise<void> => {
  await tx.$executeRaw`
    update order_limit set settled_at = now(), outcome = ${outcome}
    where order_id = ${orderId} and kind = ${kind} and settled_at is null`
}

/** Puts a due limit off by so many seconds, because something is under way that it must not cut off. */
export const postponeLimit = async (tx: Tx, orderId: string, kind: LimitKind, seconds: number): Promise<void> => {
  await tx.$executeRaw`
    update order_limit set due_at = now() + make_interval(secs => ${seconds})
    where order_id = ${orderId} and kind = ${kind} and settled_at is null`
}

/**
 * Gives an order's limits back the time that it stood still, also those that may count again later; what was enforced stays.
 */
export const prolongLimits = async (tx: Tx, orderId: string, since: Date): Promise<void> => {
  await tx.$executeRaw`
    update order_limit set due_at = due_at + (now() - ${since}::timestamptz)
    where order_id = ${orderId} and outcome is distinct from 'enforced'`
}

/**
 * Lets a limit that was settled as moot count again at its old time: its order is back in a state in which it means
 * something, and nothing else would end the waiting there.
 */
export const reopenLimit = async (tx: Tx, orderId: string, kind: LimitKind): Promise<void> => {
  await tx.$executeRaw`
    update order_limit set settled_at = null, outcome = null
    where order_id = ${orderId} and kind = ${kind} and outcome = 'moot'`
}
