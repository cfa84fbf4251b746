import { readSearch } from '@makegood/core/catalogue/read-search'
import type { OrderSearch } from '@makegood/core/order/read-order-search'
import { matchesNames } from '../catalogue/match-products.ts'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** More matches of one kind than this are not looked at: whoever searches so broadly types a letter more. */
const matchesMax = 1_000
const variantsMax = 200

const beginning = (text: string): string => `${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** No order's number has more digits. */
const numberDigitsMax = 12
/** Fewer digits begin too many numbers to mean one of them. */
const beginningDigitsMin = 3

/** The orders whose number begins so, by the number's own index: each length of a number is one stretch of it. The newest first. */
const beginsWith = (digits: string): Prisma.Sql => {
  const longer = digits.length < beginningDigitsMin ? 0 : Math.max(0, numberDigitsMax - digits.length)
  const stretches = Array.from({ length: longer + 1 }, (_, more) => {
    const first = BigInt(digits) * 10n ** BigInt(more)
    return Prisma.sql`(select id, number from "order" where number between ${first} and ${first + 10n ** BigInt(more) - 1n}
      order by number desc limit ${matchesMax})`
  })
  return Prisma.sql`select id from (${Prisma.join(stretches, ' union all ')}) numbered order by number desc`
}

/** The orders that a search names by itself, each kind by its own index, at most a thousand a kind. */
export const findMatchingOrders = async (db: Tx, search: OrderSearch): Promise<readonly string[]> => {
  const { number, email, phoneEnd, reference, recipient } = search
  const probes: Prisma.Sql[] = []
  const add = (probe: Prisma.Sql) => probes.push(Prisma.sql`(${probe} limit ${matchesMax})`)
  if (number !== undefined) add(beginsWith(number))
  if (email)
    for (const owner of [Prisma.sql`is not null`, Prisma.sql`is null`])
      add(Prisma.sql`select id from "order" where user_id ${owner} and lower(email) like ${beginning(email)}`)
  if (recipient) add(Prisma.sql`select id from "order" where recipient like ${beginning(recipient)}`)
  if (phoneEnd)
    add(
      Prisma.sql`select id from "order" where reverse(regexp_replace(phone, '\\D', '', 'g')) like ${beginning(phoneEnd)}`,
    )
  if (reference) {
    add(Prisma.sql`select id from "order" where id = ${reference}`)
    add(Prisma.sql`select order_id from payment where id = ${reference}`)
    add(Prisma.sql`select order_id from payment where charge_ref = ${reference}`)
    add(Prisma.sql`select order_id from payment where refund_ref = ${reference}`)
    add(Prisma.sql`select order_id from refund where gateway_ref = ${reference}`)
    add(Prisma.sql`select order_id from shipment where tracking_no = ${reference}`)
    add(Prisma.sql`select order_id from shipment where shipment_ref = ${reference}`)
  }
  if (probes.length === 0) return []
  const rows = await db.$queryRaw<{ id: string }[]>`${Prisma.join(probes, ' union ')}`
  return rows.map(({ id }) => id)
}

/** The variants that a product's name or the beginning of a SKU names. */
export const findMatchingVariants = async (db: Tx, typed: string): Promise<readonly string[]> => {
  const search = readSearch(typed)
  const named = search
    ? Prisma.sql`union (select v.id from product p join variant v on v.product_id = p.id where ${matchesNames(search)} limit ${variantsMax})`
    : Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`
    (select id from variant where lower(sku) like ${beginning(typed.trim().toLowerCase())} limit ${variantsMax}) ${named}`
  return rows.map(({ id }) => id)
}
