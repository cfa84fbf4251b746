import { randomBytes } from 'node:crypto'
import { type Country, homeCountry } from '@makegood/core/address/countries'
import { freeDelivery } from '@makegood/core/delivery/default-terms'
import type { DeliveryMethod, DeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { priceDelivery } from '@makegood/core/delivery/price-delivery'
import { newId } from '@makegood/core/ids'
import type { Db } from '../client.ts'
import type { Owner } from '../order/owner.ts'
import { placeOrder } from '../order/place-order.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'

export type TestOrder = {
  readonly orderId?: string
  readonly lines?: readonly { readonly variantId: string; readonly quantity: number }[]
  /** The shopper who places it; a fresh guest where none is named. */
  readonly userId?: string
  /** How it travels and by which terms; free of charge where nothing is said, so that other money is easy to see. */
  readonly delivery?: Partial<{
    readonly method: DeliveryMethod
    readonly country: Country
    readonly terms: DeliveryTerms
  }>
  readonly coupon?: { readonly claimId: string; readonly discountMinor: bigint }
}

/** An order in PENDING, placed from a cart with these lines (by default one unit of a new product). */
export const placeTestOrder = async (
  db: Db,
  { orderId = newId('order', new Date()), lines, userId, delivery = {}, coupon }: TestOrder = {},
): Promise<{ readonly orderId: string; readonly owner: Owner }> => {
  const wanted = lines ?? [{ variantId: (await seedProductWithStock(db, { units: 10 })).variantId, quantity: 1 }]
  const owner: Owner = userId
    ? { userId, visitorHash: null }
    : { userId: null, visitorHash: randomBytes(32).toString('hex') }
  const at = new Date()
  if (userId) await db.cart.deleteMany({ where: { userId } })
  await db.cart.create({
    data: { id: newId('cart', at), ...owner, lines: { create: wanted.map(line => ({ ...line })) } },
  })
  const variants = await db.variant.findMany({ where: { id: { in: wanted.map(line => line.variantId) } } })
  const total = wanted.reduce(
    (sum, line) => sum + (variants.find(({ id }) => id === line.variantId)?.priceMinor ?? 0n) * BigInt(line.quantity),
    0n,
  )
  const { method = 'standard', country = homeCountry, terms = freeDelivery } = delivery
  const afterDiscountMinor = total - (coupon?.discountMinor ?? 0n)
  const deliveryMinor = priceDelivery({ method, country }, afterDiscountMinor, terms)
  if (typeof deliveryMinor === 'object') throw new Error('the delivery of a test is not offered')
  await placeOrder(db, {
    orderId,
    owner,
    email: 'guest@example.com',
    address: {
      country,
      recipient: '김하나',
      phone: '010-1234-5678',
      postcode: '04524',
      address1: '서울시 중구 세종대로 110',
      address2: '',
    },
    locale: 'ko',
    deliveryMethod: method,
    deliveryTerms: terms,
    expectedTotalMinor: (afterDiscountMinor + deliveryMinor).toString(),
    couponClaimId: coupon?.claimId ?? null,
    correlationId: newId('correlation', at),
  })
  return { orderId, owner }
}
