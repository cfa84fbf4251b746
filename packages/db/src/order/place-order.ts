import { createHash } from 'node:crypto'
import { DomainError } from '@makegood/core/errors'
import type { Locale } from '@makegood/core/locale'
import { type Currency, currencies, money } from '@makegood/core/money/money'
import type { Address } from '@makegood/core/order/inputs'
import { totalOf } from '@makegood/core/pricing/price-lines'
import type { Tx } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'
import { assertOwner, type Owner } from './owner.ts'

export type PlaceOrder = {
  readonly orderId: string
  readonly owner: Owner
  readonly email: string
  readonly address: Address
  readonly locale: Locale
  readonly expectedTotalMinor: string
  readonly correlationId: string
}
export type PlacedOrder = { readonly orderId: string; readonly number: string }

/** The most that one card payment can take, by the gateway's own limit of eight digits. */
const totalMinorMax = 99_999_999n

type CartRow = {
  cartId: string
  variantId: string
  productId: string
  quantity: number
  priceMinor: bigint
  currency: string
  buyable: boolean
  nameKo: string
  nameEn: string
  optionKo: string
  optionEn: string
  picturePath: string
}

/**
 * Places one order for one client-made id, from the owner's cart and the shop's own prices. The same id with the same
 * request gives the first order again; with another request it is refused. The order, its lines, its first history row and
 * `order/created` are one statement. Refuses an empty cart, a variant that is no longer sold and a total that is not the
 * one the shopper was shown.
 */
export const placeOrder = async (db: Tx, request: PlaceOrder): Promise<PlacedOrder> => {
  assertOwner(request.owner)
  const requestHash = hashOf(request)
  const lines = await readCart(db, request.owner)
  const refusal = findRefusal(lines, request.expectedTotalMinor)
  const placed = refusal ? null : await insertOrder(db, request, requestHash, lines)
  if (placed) return placed
  // Refused, or the id is there already: a repeated request gets the first answer even when the cart has moved on.
  const earlier = await findEarlier(db, request, requestHash)
  if (earlier) return earlier
  throw refusal ?? new DomainError('order-id-taken', `order id ${request.orderId} belongs to another request`)
}

const readCart = (db: Tx, owner: Owner): Promise<CartRow[]> => db.$queryRaw<CartRow[]>`
  select c.id as "cartId", l.variant_id as "variantId", v.product_id as "productId", l.quantity,
    v.price_minor as "priceMinor", v.currency, (v.active and p.published) as buyable,
    p.name_ko as "nameKo", p.name_en as "nameEn", v.option_ko as "optionKo", v.option_en as "optionEn",
    coalesce((select pic.path from picture pic where pic.product_id = p.id order by pic.position limit 1), '') as "picturePath"
  from cart c join cart_line l on l.cart_id = c.id join variant v on v.id = l.variant_id join product p on p.id = v.product_id
  where (${owner.userId}::text is not null and c.user_id = ${owner.userId})
    or (${owner.userId}::text is null and c.visitor_hash = ${owner.visitorHash})
  order by l.created_at, l.variant_id`

const findRefusal = (lines: readonly CartRow[], expectedTotalMinor: string): DomainError | null => {
  const first = lines[0]
  if (!first) return new DomainError('cart-empty', 'the cart has no lines')
  const gone = lines.filter(line => !line.buyable).map(line => line.variantId)
  if (gone.length > 0)
    return new DomainError('variant-unavailable', 'a variant is no longer sold', { variantIds: gone })
  const { amountMinor } = cartTotal(lines)
  if (amountMinor > totalMinorMax)
    return new DomainError('total-too-large', 'no single payment can take this total', {
      totalMinorMax: totalMinorMax.toString(),
    })
  const total = amountMinor.toString()
  if (total !== BigInt(expectedTotalMinor).toString())
    return new DomainError('total-changed', 'the total is not the one shown', { totalMinor: total })
  return null
}

const cartTotal = (lines: readonly CartRow[]) => {
  const priced = lines.map(line => ({
    unitPrice: money(line.priceMinor, toCurrency(line.currency)),
    quantity: line.quantity,
  }))
  return totalOf(priced, priced[0]?.unitPrice.currency ?? 'KRW')
}

const toCurrency = (code: string): Currency => {
  const currency = currencies.find(candidate => candidate === code)
  if (!currency) throw new Error(`unknown currency ${code} in the catalogue`)
  return currency
}

const insertOrder = async (
  db: Tx,
  request: PlaceOrder,
  requestHash: string,
  lines: readonly CartRow[],
): Promise<PlacedOrder | null> => {
  const total = cartTotal(lines)
  const { address, owner } = request
  const rows = await db.$queryRaw<{ number: bigint }[]>`
    with placed as (
      insert into "order" (id, user_id, visitor_hash, cart_id, status, currency, goods_minor, total_minor, email, locale, recipient, phone,
        postcode, address1, address2, request_hash, correlation_id)
      values (${request.orderId}, ${owner.userId}, ${owner.visitorHash}, ${lines[0]?.cartId}, 'PENDING', ${total.currency},
        ${total.amountMinor}, ${total.amountMinor}, ${request.email}, ${request.locale}, ${address.recipient}, ${address.phone}, ${address.postcode},
        ${address.address1}, ${address.address2}, ${requestHash}, ${request.correlationId})
      on conflict (id) do nothing
      returning id, number, correlation_id
    ), lines as (
      insert into order_line (order_id, position, variant_id, name_ko, name_en, option_ko, option_en, picture_path,
        unit_price_minor, quantity)
      select placed.id, l.position, l."variantId", l."nameKo", l."nameEn", l."optionKo", l."optionEn", l."picturePath",
        l."priceMinor", l.quantity
      from placed, jsonb_to_recordset(${toJson(lines)}::jsonb) as l(position int, "variantId" text, "nameKo" text,
        "nameEn" text, "optionKo" text, "optionEn" text, "picturePath" text, "priceMinor" bigint, quantity int)
    ), history as (
      insert into order_history (order_id, version, from_status, to_status, reason, mover)
      select id, 1, null, 'PENDING', 'placed', 'shopper' from placed
    ), ${tellEvents('placed', [newEvent('order/created', { orderId: request.orderId })])}
    select number from placed`
  const row = rows[0]
  return row ? { orderId: request.orderId, number: row.number.toString() } : null
}

const toJson = (lines: readonly CartRow[]): string =>
  JSON.stringify(lines.map((line, position) => ({ ...line, position, priceMinor: line.priceMinor.toString() })))

const findEarlier = async (db: Tx, request: PlaceOrder, requestHash: string): Promise<PlacedOrder | null> => {
  const rows = await db.$queryRaw<{ number: bigint }[]>`
    select number from "order"
    where id = ${request.orderId} and request_hash = ${requestHash}
      and (user_id = ${request.owner.userId} or visitor_hash = ${request.owner.visitorHash})`
  const row = rows[0]
  return row ? { orderId: request.orderId, number: row.number.toString() } : null
}

const hashOf = ({ email, address, locale, expectedTotalMinor }: PlaceOrder): string =>
  createHash('sha256')
    .update(JSON.stringify([email, address, locale, expectedTotalMinor]))
    .digest('hex')
