import { createHash } from 'node:crypto'
import { homeCountry } from '@makegood/core/address/countries'
import type { DeliveryMethod, DeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { estimateArrival } from '@makegood/core/delivery/estimate-arrival'
import { DomainError } from '@makegood/core/errors'
import type { Locale } from '@makegood/core/locale'
import type { DeliveryAddress } from '@makegood/core/order/inputs'
import type { OrderPrice } from '@makegood/core/pricing/price-order'
import type { Tx } from '../client.ts'
import { requireOwnCoupon } from '../coupon/find-own-coupon.ts'
import { isFreeFor } from '../coupon/free-coupon.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'
import { assertOwner, type Owner } from './owner.ts'
import { priceCart } from './price-cart.ts'
import { type CartRow, readCartToPlace } from './read-cart-to-place.ts'

export type PlaceOrder = {
  readonly orderId: string
  readonly owner: Owner
  readonly email: string
  readonly address: DeliveryAddress
  /** The standard method where none is said. */
  readonly deliveryMethod?: DeliveryMethod
  /** What the shop asks for delivery at this moment. */
  readonly deliveryTerms: DeliveryTerms
  readonly locale: Locale
  readonly expectedTotalMinor: string
  readonly couponClaimId?: string | null
  readonly correlationId: string
}
export type PlacedOrder = { readonly orderId: string; readonly number: string }

/**
 * Places one order for one client-made id, from the owner's cart, the shop's own prices and, where one is named, the
 * owner's own coupon. The same id with the same request gives the first order again; with another request it is refused.
 * The order, its lines, the coupon's binding to it, its first history row and `order/created` are one statement, so no two
 * living orders have one coupon; what its delivery costs and promises is written with it. Refuses an empty cart, a variant that
 * is no longer sold, a coupon that may not be used, a delivery that is not offered, and a total that is not the one shown; an
 * id that is an earlier order of the owner's own is refused with that order before any of these, since it emptied the cart.
 */
export const placeOrder = async (db: Tx, request: PlaceOrder): Promise<PlacedOrder> => {
  assertOwner(request.owner)
  const requestHash = hashOf(request)
  const lines = await readCartToPlace(db, request.owner)
  const price = await priceRequest(db, request, lines)
  const placed = price instanceof DomainError ? null : await insertOrder(db, request, requestHash, lines, price)
  if (placed) return placed
  // Refused, or the id is there already: a repeated request gets the first answer even when the cart has moved on.
  const earlier = await findEarlier(db, request, requestHash)
  if (earlier instanceof DomainError) throw earlier
  if (earlier) return earlier
  throw price instanceof DomainError ? price : await findLateRefusal(db, request)
}

const priceRequest = async (
  db: Tx,
  request: PlaceOrder,
  lines: readonly CartRow[],
): Promise<OrderPrice | DomainError> => {
  const coupon = request.couponClaimId
    ? await requireOwnCoupon(db, { ...request, claimId: request.couponClaimId, userId: request.owner.userId })
    : null
  return coupon instanceof DomainError
    ? coupon
    : priceCart(lines, coupon, { choice: choiceOf(request), terms: request.deliveryTerms }, request.expectedTotalMinor)
}

const choiceOf = ({ deliveryMethod = 'standard', address }: PlaceOrder) => ({
  method: deliveryMethod,
  country: address.country ?? homeCountry,
})

/** Where nothing was written although the price was right: another order took the coupon meanwhile, or the id is taken. */
const findLateRefusal = async (db: Tx, request: PlaceOrder): Promise<DomainError> => {
  const coupon = request.couponClaimId
    ? await requireOwnCoupon(db, { ...request, claimId: request.couponClaimId, userId: request.owner.userId })
    : null
  if (coupon instanceof DomainError) return coupon
  return new DomainError('order-id-taken', `order id ${request.orderId} belongs to another request`)
}

const insertOrder = async (
  db: Tx,
  request: PlaceOrder,
  requestHash: string,
  lines: readonly CartRow[],
  price: OrderPrice,
): Promise<PlacedOrder | null> => {
  const { address, orderId, owner } = request
  const claimId = request.couponClaimId ?? null
  const choice = choiceOf(request)
  const arrival = estimateArrival(choice, new Date(), request.deliveryTerms)
  const rows = await db.$queryRaw<{ number: bigint }[]>`
    with coupon as (
      select c.id from coupon_claim c where c.id = ${claimId} and c.user_id = ${owner.userId} and ${isFreeFor(orderId)} for update
    ), placed as (
      insert into "order" (id, user_id, visitor_hash, cart_id, status, currency, goods_minor, discount_minor, delivery_minor,
        total_minor, coupon_claim_id, email, locale, recipient, phone, postcode, address1, address2, country, delivery_method,
        delivery_note, arrives_from, arrives_to, request_hash, correlation_id)
      select ${orderId}, ${owner.userId}, ${owner.visitorHash}, ${lines[0]?.cartId}, 'PENDING', ${price.total.currency},
        ${price.goods.amountMinor}::bigint, ${price.discount.amountMinor}::bigint, ${price.delivery.amountMinor}::bigint,
        ${price.total.amountMinor}::bigint, ${claimId}, ${request.email}, ${request.locale}, ${address.recipient},
        ${address.phone}, ${address.postcode}, ${address.address1}, ${address.address2 ?? ''}, ${choice.country},
        ${choice.method}, ${address.deliveryNote ?? ''}, ${arrival.from}::date, ${arrival.to}::date, ${requestHash}, ${request.correlationId}
      where ${claimId}::text is null or exists (select 1 from coupon)
      on conflict (id) do nothing
      returning id, number, correlation_id
    ), bound as (
      update coupon_claim c set order_id = placed.id from placed where c.id = ${claimId}
    ), lines as (
      insert into order_line (order_id, position, variant_id, name_ko, name_en, option_ko, option_en, picture_path,
        unit_price_minor, quantity, discount_minor)
      select placed.id, l.position, l."variantId", l."nameKo", l."nameEn", l."optionKo", l."optionEn", l."picturePath",
        l."priceMinor", l.quantity, l."discountMinor"
      from placed, jsonb_to_recordset(${toJson(lines, price)}::jsonb) as l(position int, "variantId" text, "nameKo" text,
        "nameEn" text, "optionKo" text, "optionEn" text, "picturePath" text, "priceMinor" bigint, quantity int,
        "discountMinor" bigint)
    ), history as (
      insert into order_history (order_id, version, from_status, to_status, reason, mover)
      select id, 1, null, 'PENDING', 'placed', 'shopper' from placed
    ), ${tellEvents('placed', [newEvent('order/created', { orderId })])}
    select number from placed`
  const row = rows[0]
  return row ? { orderId, number: row.number.toString() } : null
}

const toJson = (lines: readonly CartRow[], price: OrderPrice): string =>
  JSON.stringify(
    lines.map((line, position) => ({
      ...line,
      position,
      priceMinor: line.priceMinor.toString(),
      discountMinor: (price.lineDiscountsMinor[position] ?? 0n).toString(),
    })),
  )

const findEarlier = async (
  db: Tx,
  request: PlaceOrder,
  requestHash: string,
): Promise<PlacedOrder | DomainError | null> => {
  const { orderId, owner } = request
  const rows = await db.$queryRaw<{ number: bigint; requestHash: string }[]>`
    select number, request_hash as "requestHash" from "order"
    where id = ${orderId} and (user_id = ${owner.userId} or visitor_hash = ${owner.visitorHash})`
  const row = rows[0]
  if (!row) return null
  const number = row.number.toString()
  return row.requestHash === requestHash
    ? { orderId, number }
    : new DomainError('order-id-taken', `order ${orderId} was placed with other content`, { orderId, number })
}

const hashOf = (request: PlaceOrder): string =>
  createHash('sha256')
    .update(JSON.stringify(askedFor(request)))
    .digest('hex')

/** What the shopper asked for; what the shop asks for it is not part of the request. */
const askedFor = ({ email, address, locale, expectedTotalMinor, couponClaimId, ...request }: PlaceOrder) => [
  email,
  address,
  locale,
  expectedTotalMinor,
  couponClaimId ?? null,
  request.deliveryMethod ?? 'standard',
]
