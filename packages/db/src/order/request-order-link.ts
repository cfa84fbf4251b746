import { normalisePhone } from '@makegood/core/address/normalise-phone'
import type { Tx } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'

type Found = { orderId: string; email: string; phone: string }

/**
 * Asks for the way to an order to be sent to the order's own e-mail, where number and contact are its own. Answers whether
 * it was asked; a caller is never told, because that would say which orders there are and whose they are.
 */
export const requestOrderLink = async (
  db: Tx,
  { number, contact }: { readonly number: string; readonly contact: string },
): Promise<{ readonly asked: boolean }> => {
  const [order] = await db.$queryRaw<Found[]>`
    select id as "orderId", email, phone from "order" where number = ${BigInt(number)}`
  if (!order || !isContactOf(order, contact)) return { asked: false }
  const { orderId } = order
  await db.$queryRaw`
    with asked as (select correlation_id from "order" where id = ${orderId}),
    ${tellEvents('asked', [newEvent('order/link.requested', { orderId })])}
    select 1`
  return { asked: true }
}

const isContactOf = ({ email, phone }: Found, contact: string): boolean => {
  if (contact.includes('@')) return contact.toLowerCase() === email.toLowerCase()
  const given = normalisePhone(contact, 'KR')
  return given !== null && given === (normalisePhone(phone, 'KR') ?? phone)
}
