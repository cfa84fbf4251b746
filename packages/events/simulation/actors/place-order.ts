import { type Country, homeCountry } from '@makegood/core/address/countries'
import { computeDiscount } from '@makegood/core/coupon/compute-discount'
import type { DeliveryChoice, DeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { priceDelivery } from '@makegood/core/delivery/price-delivery'
import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import { claimCoupon } from '@makegood/db/coupon/claim-coupon'
import { type PlaceOrder, placeOrder } from '@makegood/db/order/place-order'
import { couponStoresOf } from '../../src/coupon/coupon-stores-of.ts'
import type { Random } from '../random.ts'
import { type Person, type PlacedOrder, rememberOrder, type World } from '../world.ts'

const address = {
  recipient: '김하나',
  phone: '010-1234-5678',
  postcode: '04524',
  address1: '서울시 중구 세종대로 110',
  address2: '',
}

/** A shopper fills a cart and places an order, perhaps with a coupon, perhaps twice at once; null where the shop says no. */
export const placeRandomOrder = async (
  world: World,
  { owner }: Person,
  index: number,
  random: Random,
): Promise<PlacedOrder | null> => {
  const lines = world.products
    .filter(() => random.chance(55))
    .map(product => ({ ...product, quantity: random.between(1, 3) }))
  const chosen = lines.length > 0 ? lines : world.products.slice(0, 1).map(product => ({ ...product, quantity: 1 }))
  const claimId = owner.userId && random.chance(55) ? await claim(world, owner.userId, index) : null
  const twice = random.chance(15)
  const order = { index, orderId: newId('order', new Date()), owner }
  const goods = money(
    chosen.reduce((sum, line) => sum + line.priceMinor * BigInt(line.quantity), 0n),
    'KRW',
  )
  const choice = chooseDelivery(random)
  const { delivery: deliveryTerms } = world.playground.stand.deps.policy
  const place = async (couponClaimId: string | null) => {
    await fillCart(world, order, chosen)
    const discount = couponClaimId ? computeDiscount(world.campaign.terms, goods).amountMinor : 0n
    const afterDiscount = goods.amountMinor - discount
    const request: PlaceOrder = {
      orderId: order.orderId,
      owner,
      email: 'guest@example.com',
      address: { ...address, country: choice.country },
      deliveryMethod: choice.method,
      deliveryTerms,
      locale: 'ko',
      expectedTotalMinor: (afterDiscount + priceOf(choice, afterDiscount, deliveryTerms)).toString(),
      couponClaimId,
      correlationId: newId('correlation', new Date()),
    }
    const what = `order ${index}: shopper places ${order.orderId}${couponClaimId ? ' with a coupon' : ''}`
    const once = () => world.journal.attempt(what, () => placeOrder(world.playground.stand.db, request))
    return (await Promise.all(twice ? [once(), once()] : [once()])).some(Boolean)
  }
  const placed = (await place(claimId)) || (claimId !== null && (await place(null)))
  world.playground.stand.outbox.nudge()
  if (!placed) return null
  rememberOrder(world, order)
  return order
}

/** Mostly at home by either method; abroad sometimes, and now and then by a method that is not offered there. */
const chooseDelivery = (random: Random): DeliveryChoice & { readonly country: Country } => ({
  method: random.weighted({ standard: 60, express: 40 }),
  country: random.chance(85) ? homeCountry : random.weighted({ US: 50, JP: 50 }),
})

/** A delivery that is not offered has no price; the shop will say so. */
const priceOf = (choice: DeliveryChoice, afterDiscountMinor: bigint, terms: DeliveryTerms): bigint => {
  const price = priceDelivery(choice, afterDiscountMinor, terms)
  return typeof price === 'bigint' ? price : 0n
}

const claim = async (world: World, userId: string, index: number): Promise<string | null> => {
  const request = {
    campaignId: world.campaign.campaignId,
    userId,
    claimId: newId('claim', new Date()),
    correlationId: newId('correlation', new Date()),
  }
  const { db, deps } = world.playground.stand
  const claimed = await world.journal.attempt(`order ${index}: shopper claims a coupon`, () =>
    claimCoupon(couponStoresOf(deps), request),
  )
  if (claimed) return claimed.claimId
  // Whoever has one already, or has two orders under way, uses that.
  const { campaignId } = request
  return (await db.couponClaim.findUnique({ where: { campaignId_userId: { campaignId, userId } } }))?.id ?? null
}

const fillCart = async (
  world: World,
  { owner }: PlacedOrder,
  lines: readonly { readonly variantId: string; readonly quantity: number }[],
): Promise<void> => {
  const { db } = world.playground.stand
  await db.cart.deleteMany({ where: owner.userId ? { userId: owner.userId } : { visitorHash: owner.visitorHash } })
  const wanted = lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
  await db.cart.create({ data: { id: newId('cart', new Date()), ...owner, lines: { create: wanted } } })
}
