import type { CustomerView, GuestView } from '@makegood/core/customer/views'
import { DomainError } from '@makegood/core/errors'
import { listApprovals } from '../approval/list-approvals.ts'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'
import { readCustomerMessages, readCustomerOrders } from './read-customer-orders.ts'

type Person = Pick<CustomerView, 'id' | 'name' | 'email' | 'role' | 'locale'> & {
  since: Date
  deletedAt: Date | null
  balanceMinor: bigint | null
  currency: string | null
  addresses: CustomerView['addresses']
}
type Coupon = Omit<CustomerView['coupons'][number], 'claimedAt'> & { claimedAt: Date }
type Note = Omit<CustomerView['notes'][number], 'at'> & { at: Date }

const most = 50

/** Everything that the console knows of a customer; an unknown one is refused. */
export const getCustomer = async (db: Tx, userId: string): Promise<Omit<CustomerView, 'aloneUpTo'>> => {
  const [person] = await db.$queryRaw<Person[]>`
    select u.id, u.name, u.email, u.role, u.locale, u.created_at as since, u.deleted_at as "deletedAt",
      w.balance_minor as "balanceMinor", w.currency,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'country', a.country, 'recipient', a.recipient, 'phone', a.phone,
        'postcode', a.postcode, 'address1', a.address1, 'address2', a.address2, 'deliveryNote', a.delivery_note,
        'isDefault', a.is_default) order by a.is_default desc, a.used_at desc) from address a where a.user_id = u.id), '[]')
        as addresses
    from "user" u left join wallet w on w.user_id = u.id where u.id = ${userId}`
  if (!person) throw new DomainError('not-found', 'no such customer')
  const orders = await readCustomerOrders(db, { userId })
  const coupons = await db.$queryRaw<Coupon[]>`
    select c.id, k.name_ko as "nameKo", k.name_en as "nameEn", c.status, c.claimed_at as "claimedAt"
    from coupon_claim c join coupon_campaign k on k.id = c.campaign_id
    where c.user_id = ${userId} order by c.claimed_at desc, c.id desc limit ${most}`
  const notes = await db.$queryRaw<Note[]>`
    select n.id, coalesce(u.name, '') as author, n.text, n.at from customer_note n left join "user" u on u.id = n.author_id
    where n.user_id = ${userId} order by n.at desc, n.id desc limit ${most}`
  const waiting = await listApprovals(db, { state: 'waiting', userId })
  const decided = await listApprovals(db, { state: 'decided', userId })
  const { since, deletedAt, balanceMinor, currency, ...row } = person
  return {
    ...row,
    since: since.toISOString(),
    isRemoved: deletedAt !== null,
    wallet: balanceMinor === null || currency === null ? null : toWire(balanceMinor, currency),
    orders,
    coupons: coupons.map(coupon => ({ ...coupon, claimedAt: coupon.claimedAt.toISOString() })),
    messages: await readCustomerMessages(
      db,
      orders.map(order => order.id),
    ),
    notes: notes.map(note => ({ ...note, at: note.at.toISOString() })),
    approvals: [...waiting.approvals, ...decided.approvals.slice(0, 10)],
  }
}

/** Whoever placed this order without an account, with all orders of the same e-mail; an account's order is no guest's. */
export const getGuest = async (db: Tx, orderId: string): Promise<GuestView> => {
  const [order] = await db.$queryRaw<{ email: string; name: string }[]>`
    select lower(email) as email, recipient as name from "order" where id = ${orderId} and user_id is null`
  if (!order) throw new DomainError('not-found', 'no guest’s order')
  const orders = await readCustomerOrders(db, { guestEmail: order.email })
  return {
    ...order,
    orders,
    messages: await readCustomerMessages(
      db,
      orders.map(({ id }) => id),
    ),
  }
}
