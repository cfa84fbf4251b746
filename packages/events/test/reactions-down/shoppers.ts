import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import type { SagaStand } from '../start-saga-stand.ts'

type Shopper = { readonly userId: string; readonly subscriptionId: string }
type NewSubscription = {
  readonly id: string
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

export type Rush = { readonly orderIds: readonly string[]; readonly perSecond: number }

/** Shoppers with a browser that said yes to messages, who buy one order after another until each is on its way to them. */
export const createShoppers = async (stand: SagaStand, count: number, vapidPublicKey: string) => {
  const { variantId } = await seedProductWithStock(stand.db, { units: 10_000 })
  const shoppers = await Promise.all(Array.from({ length: count }, () => createShopper(stand, vapidPublicKey)))

  const buy = async ({ userId }: Shopper): Promise<string> => {
    const order = await stand.reservedOrder({ userId, lines: [{ variantId, quantity: 1 }] })
    await stand.pay(order)
    await stand.waitForStatus(order.orderId, 'PREPARING', 60_000)
    await stand.moveParcel(await stand.parcelOf(order.orderId), 'handed-over')
    await stand.waitForStatus(order.orderId, 'SHIPPING', 60_000)
    return order.orderId
  }

  /** Every shopper buys so many orders. */
  const rush = async (each: number): Promise<Rush> => {
    const began = performance.now()
    const orderIds = await Promise.all(
      shoppers.map(async shopper => {
        const own: string[] = []
        for (let n = 0; n < each; n += 1) own.push(await buy(shopper))
        return own
      }),
    )
    return { orderIds: orderIds.flat(), perSecond: (shoppers.length * each * 1000) / (performance.now() - began) }
  }
  return { rush, subscriptionIds: shoppers.map(({ subscriptionId }) => subscriptionId) }
}

const createShopper = async (stand: SagaStand, applicationServerKey: string): Promise<Shopper> => {
  const userId = await createTestShopper(stand.db)
  const { id, endpoint, keys } = (await stand.ask('/sandbox/push/subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ applicationServerKey }),
  })) as NewSubscription
  await stand.db.pushSubscription.create({ data: { id: `psh_${id}`, userId, endpoint, ...keys } })
  return { userId, subscriptionId: id }
}
