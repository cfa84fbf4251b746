import { actsOfEveryOrder } from '@makegood/core/audit/acts-of-every-order'
import type { AuditFilter, AuditRow } from '@makegood/core/audit/views'
import { startOfShopDay } from '@makegood/core/shop-time'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'

type Row = Omit<AuditRow, 'at' | 'orderNumber'> & { at: Date; orderNumber: bigint | null }

const dayMs = 24 * 60 * 60 * 1000
/** How many people a name may mean; who means more should type more of it. */
const peopleMax = 50

/** One page of who did what, the newest first, by key; each filter has its index. */
export const listAudit = async (
  db: Tx,
  { cursor, limit, ...filter }: AuditFilter & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly entries: AuditRow[]; readonly nextCursor: string | null }> => {
  const after = cursor ? parseTimeCursor(cursor) : null
  const wanted = await readWanted(db, filter)
  if (wanted === null) return { entries: [], nextCursor: null }
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.at, a.actor_kind as "actorKind", a.actor_id as "actorId", u.name as "actorName", u.email as "actorEmail",
      a.action, a.order_id as "orderId", o.number as "orderNumber", a.subject, a.reason, a.details
    from (select * from audit_entry where ${Prisma.join(wanted, ' and ')}
      and (${after?.at ?? null}::timestamptz is null
        or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
      order by at desc, id desc limit ${limit + 1}) a
    left join "user" u on u.id = a.actor_id left join "order" o on o.id = a.order_id
    order by a.at desc, a.id desc`
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: page.map(row => ({
      ...row,
      at: row.at.toISOString(),
      orderNumber: row.orderNumber?.toString() ?? null,
    })),
    nextCursor: rows.length > limit && last ? timeCursor(last.at, last.id) : null,
  }
}

/** What an entry must be; null where nothing can be. */
const readWanted = async (db: Tx, filter: AuditFilter): Promise<Prisma.Sql[] | null> => {
  const wanted = [Prisma.sql`true`]
  if (filter.by) wanted.push(kinds[filter.by])
  if (filter.act) {
    wanted.push(isFamily(filter.act) ? Prisma.sql`action ^@ ${filter.act}` : Prisma.sql`action = ${filter.act}`)
    if (!meansActsOfEveryOrder(filter.act)) wanted.push(Prisma.sql`not is_of_every_order(action)`)
  }
  if (filter.from) wanted.push(Prisma.sql`at >= ${startOfShopDay(filter.from)}`)
  if (filter.to) wanted.push(Prisma.sql`at < ${new Date(startOfShopDay(filter.to).getTime() + dayMs)}`)
  if (filter.who) {
    const people = await findPeople(db, filter.who)
    if (people.length === 0) return null
    wanted.push(people.length === 1 ? Prisma.sql`actor_id = ${people[0]}` : Prisma.sql`actor_id = any(${people})`)
  }
  if (filter.about) wanted.push(await isAbout(db, filter.about))
  return wanted
}

/** Written out, so that the index of the rare kinds is known to fit; the others are met on the way. */
const kinds: Readonly<Record<NonNullable<AuditFilter['by']>, Prisma.Sql>> = {
  operator: Prisma.sql`actor_kind = 'operator'`,
  carrier: Prisma.sql`actor_kind = 'carrier'`,
  shopper: Prisma.sql`actor_kind = 'shopper'`,
  system: Prisma.sql`actor_kind = 'system'`,
}

const meansActsOfEveryOrder = (act: string): boolean =>
  actsOfEveryOrder.some(common => (isFamily(act) ? common.startsWith(act) : common === act))

/** Of an order; or of a thing: what was done to it by itself, and the events of its order that tell of it. */
const isAbout = async (db: Tx, about: string): Promise<Prisma.Sql> => {
  const orderId = await findOrderId(db, about)
  if (orderId) return Prisma.sql`order_id = ${orderId}`
  const byItself = Prisma.sql`(event_id is null or order_id is null) and subject = ${about}`
  const of = await findOrderOf(db, about)
  return of ? Prisma.sql`(${byItself} or order_id = ${of} and subject = ${about})` : byItself
}

const findOrderOf = async (db: Tx, id: string): Promise<string | null> => {
  const rows = await db.$queryRaw<{ orderId: string }[]>`
    select order_id as "orderId" from payment where id = ${id}
    union all select order_id from shipment where id = ${id} union all select order_id from cancellation where id = ${id}
    union all select order_id from return_request where id = ${id} limit 1`
  return rows[0]?.orderId ?? null
}

/** `incident.` and `order/` mean every act whose name begins so. */
const isFamily = (act: string): boolean => /[./]$/.test(act)

const findPeople = async (db: Tx, who: string): Promise<string[]> => {
  const begins = `${who.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from "user" where id = ${who} or lower(email) like ${begins} or lower(name) like ${begins} limit ${peopleMax}`
  return rows.map(({ id }) => id)
}

const findOrderId = async (db: Tx, about: string): Promise<string | null> => {
  if (about.startsWith('ord_')) return about
  if (!/^\d{1,18}$/.test(about)) return null
  const rows = await db.$queryRaw<{ id: string }[]>`select id from "order" where number = ${BigInt(about)}`
  return rows[0]?.id ?? about
}
