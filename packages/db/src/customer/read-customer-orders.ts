import type { CustomerOrder, customerMessageSchema } from '@makegood/core/customer/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'

type Message = z.infer<typeof customerMessageSchema>
type Row = Omit<CustomerOrder, 'number' | 'placedAt' | 'total' | 'openProblems'> & {
  number: bigint
  placedAt: Date
  totalMinor: bigint
  currency: string
  openProblems: bigint
}
/** Whose: an account's, or a guest's by e-mail in lower case. */
export type Whose = { readonly userId: string } | { readonly guestEmail: string }

const ordersMost = 30
const messagesMost = 30

/** Somebody's newest orders, each with the saga that worked on it last and how many problems of it are open. */
export const readCustomerOrders = async (db: Tx, whose: Whose): Promise<CustomerOrder[]> => {
  const { userId, guestEmail } = split(whose)
  const rows = await db.$queryRaw<Row[]>`
    select o.id, o.number, o.status, o.placed_at as "placedAt", o.total_minor as "totalMinor", o.currency,
      (select jsonb_build_object('name', s.name, 'status', s.status) from saga s where s.order_id = o.id
        order by s.started_at desc limit 1) as saga,
      (select count(*) from incident i where i.order_id = o.id and i.resolved_at is null) as "openProblems"
    from (
      (select * from "order" where ${userId}::text is not null and user_id = ${userId} order by placed_at desc limit ${ordersMost})
      union all
      (select * from "order" where ${guestEmail}::text is not null and user_id is null
        and lower(email) ~>=~ ${guestEmail} and lower(email) ~<=~ ${guestEmail} limit 500)
    ) o order by o.placed_at desc, o.id desc limit ${ordersMost}`
  return rows.map(({ number, placedAt, totalMinor, currency, openProblems, ...row }) => ({
    ...row,
    number: number.toString(),
    placedAt: placedAt.toISOString(),
    total: toWire(totalMinor, currency),
    openProblems: Number(openProblems),
  }))
}

/** The newest messages about these orders. */
export const readCustomerMessages = async (db: Tx, orderIds: readonly string[]): Promise<Message[]> => {
  const rows = await db.$queryRaw<(Omit<Message, 'at'> & { at: Date })[]>`
    select id, template, channel, status, order_id as "orderId", created_at as at from notification
    where order_id = any(${orderIds}) order by created_at desc, id desc limit ${messagesMost}`
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

const split = (whose: Whose) => ({
  userId: 'userId' in whose ? whose.userId : null,
  guestEmail: 'guestEmail' in whose ? whose.guestEmail : null,
})
