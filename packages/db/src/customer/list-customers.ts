import type { listCustomersInput } from '@makegood/core/customer/inputs'
import type { CustomerRow, customerPageSchema, GuestRow } from '@makegood/core/customer/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { toWire } from '../order/line-views.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'

type CustomerPage = z.infer<typeof customerPageSchema>
type Row = Omit<CustomerRow, 'since' | 'orders' | 'lastOrderAt' | 'wallet'> & {
  since: Date
  orders: bigint
  lastOrderAt: Date | null
  balanceMinor: bigint | null
  currency: string | null
}

const pageSize = 50
/** Operators are customers once they have bought something. */
const isCustomer = Prisma.sql`(u.role = 'shopper' or exists (select 1 from "order" o where o.user_id = u.id))`
const countedMost = 1000

/**
 * A page of customers, the newest account first by key; or, where something is searched for, those whose name, e-mail or
 * number begins like that, by name, and guests by their e-mail. Each is an index's own range, so half a million are as quick as
 * a hundred.
 */
export const listCustomers = async (db: Tx, input: z.output<typeof listCustomersInput>): Promise<CustomerPage> => {
  if (input.search) return findCustomers(db, input.search)
  const after = input.cursor ? parseTimeCursor(input.cursor) : null
  const ids = await db.$queryRaw<{ id: string; createdAt: Date }[]>`
    select id, created_at as "createdAt" from "user" u
    where ${isCustomer} and (created_at, id) < (${after?.at ?? new Date('9999-01-01')}::timestamptz, ${after?.id ?? ''})
    order by created_at desc, id desc limit ${pageSize + 1}`
  const page = ids.slice(0, pageSize)
  const last = page.at(-1)
  const rows = await readRows(
    db,
    page.map(row => row.id),
  )
  return {
    customers: page.flatMap(({ id }) => rows.get(id) ?? []),
    guests: [],
    nextCursor: ids.length > pageSize && last ? timeCursor(last.createdAt, last.id) : null,
    hasMore: false,
  }
}

const findCustomers = async (db: Tx, search: string): Promise<CustomerPage> => {
  const from = search.toLowerCase()
  // Sorts behind everything that begins like that.
  const to = `${from}\u{10ffff}`
  const digits = search.replace(/\D/g, '')
  const isNumber = digits.length >= 3 && /^[\d\s()+-]+$/.test(search)
  const found = await db.$queryRaw<{ id: string }[]>`
    select u.id from (select distinct id from (
      (select id from "user" where lower(name) ~>=~ ${from} and lower(name) ~<~ ${to} order by lower(name) using ~<~
        limit ${pageSize + 1})
      union all
      (select id from "user" where lower(email) ~>=~ ${from} and lower(email) ~<~ ${to} order by lower(email) using ~<~
        limit ${pageSize + 1})
      union all
      (select user_id from address where ${isNumber} and regexp_replace(phone, '\\D', '', 'g') ~>=~ ${digits}
        and regexp_replace(phone, '\\D', '', 'g') ~<~ ${`${digits}:`} limit ${pageSize + 1})
    ) f) f join "user" u using (id) where ${isCustomer} limit ${pageSize + 1}`
  const guests = await db.$queryRaw<(Omit<GuestRow, 'lastOrderAt'> & { lastOrderAt: Date })[]>`
    select distinct on (lower(email)) lower(email) as email, recipient as name, id as "lastOrderId",
      placed_at as "lastOrderAt"
    from (select email, recipient, id, placed_at from "order"
      where user_id is null and lower(email) ~>=~ ${from} and lower(email) ~<~ ${to}
      order by lower(email) using ~<~ limit 500) g
    order by lower(email), placed_at desc limit ${pageSize}`
  const rows = await readRows(
    db,
    found.slice(0, pageSize).map(row => row.id),
  )
  return {
    customers: [...rows.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'ko') || a.id.localeCompare(b.id)),
    guests: guests.map(guest => ({ ...guest, lastOrderAt: guest.lastOrderAt.toISOString() })),
    nextCursor: null,
    hasMore: found.length > pageSize,
  }
}

const readRows = async (db: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CustomerRow>> => {
  const rows = await db.$queryRaw<Row[]>`
    select u.id, u.name, u.email, u.created_at as since, o.orders, o.last as "lastOrderAt", o.attention as "needsAttention",
      w.balance_minor as "balanceMinor", w.currency
    from "user" u left join wallet w on w.user_id = u.id
    cross join lateral (
      select count(*) as orders, max(placed_at) as last, coalesce(bool_or(needs_attention), false) as attention
      from (select placed_at, needs_attention from "order" where user_id = u.id order by placed_at desc limit ${countedMost}) x
    ) o
    where u.id = any(${ids})`
  return new Map(
    rows.map(({ since, orders, lastOrderAt, balanceMinor, currency, ...row }) => [
      row.id,
      {
        ...row,
        since: since.toISOString(),
        orders: Number(orders),
        lastOrderAt: lastOrderAt?.toISOString() ?? null,
        wallet: balanceMinor === null || currency === null ? null : toWire(balanceMinor, currency),
      },
    ]),
  )
}
