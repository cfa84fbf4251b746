import type { CouponTerms } from '@makegood/core/coupon/coupon-terms'
import type { Owner } from '@makegood/db/order/owner'
import type { SagaStand } from '../test/start-saga-stand.ts'
import type { Clock } from './clock.ts'
import { createJournal, type Journal } from './journal.ts'
import type { Lookout } from './lookout.ts'
import { createRandom, type Random } from './random.ts'

export type Product = { readonly variantId: string; readonly priceMinor: bigint }

/** Somebody who buys: a guest for one order, or a shopper with a wallet and perhaps several orders at once. */
export type Person = { readonly owner: Owner; readonly orders: number }

export type PlacedOrder = { readonly index: number; readonly orderId: string; readonly owner: Owner }

export type Campaign = { readonly campaignId: string; readonly terms: CouponTerms }

/** What all seeds that are played side by side share. */
export type Playground = {
  readonly stand: SagaStand
  readonly clock: Clock
  readonly lookout: Lookout
  /** Which seed's which order an id of the shop belongs to; the faults of the outside world go by it. */
  readonly orders: Map<string, { readonly world: World; readonly index: number }>
}

/** One seed's shop: a few products with little stock, and the people who come. */
export type Shop = {
  readonly seed: number
  readonly products: readonly Product[]
  readonly campaign: Campaign
  readonly people: readonly Person[]
}

/** A shop while it is played. */
export type World = Shop & {
  readonly playground: Playground
  readonly journal: Journal
  readonly placed: PlacedOrder[]
  /** The numbers by which this actor of this seed decides. */
  random(actor: string): Random
  isOn: Clock['isOn']
  pause: Clock['pause']
}

export const createWorld = (shop: Shop, playground: Playground): World => ({
  ...shop,
  playground,
  journal: createJournal(),
  placed: [],
  random: actor => createRandom(shop.seed, actor),
  isOn: playground.clock.isOn,
  pause: playground.clock.pause,
})

/** Makes an order known to all who act on it. */
export const rememberOrder = (world: World, order: PlacedOrder): void => {
  const { lookout, orders } = world.playground
  orders.set(order.orderId, { world, index: order.index })
  lookout.watch(order.orderId)
  world.placed.push(order)
}
