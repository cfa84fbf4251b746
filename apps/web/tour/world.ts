import { newId } from '@makegood/core/ids'
import { type APIRequestContext, expect } from '@playwright/test'
import { demoLogin, signInByApi } from '../e2e/fixtures/accounts.ts'
import type { Db } from '../e2e/fixtures/goods.ts'
import { moveParcel } from '../e2e/fixtures/sandbox.ts'
import { payByApi, placeByApi, type ShopApi, shopApi, statusByApi } from '../e2e/fixtures/shop-api.ts'

/** Orders of the demo shopper, one in each state that looks different, and a cart that is not empty. */
export type World = Record<'toPay' | 'declined' | 'preparing' | 'delivered' | 'returning' | 'cancelled', string>

const variantOf = async (api: ShopApi, slug: string): Promise<string> => {
  const { variants } = await api.store.catalogue.get.query({ slug, locale: 'en' })
  const variant = variants.find(candidate => candidate.available > 0)
  if (!variant) throw new Error(`${slug} is sold out`)
  return variant.id
}

/** Lets the demo shopper buy, fail, cancel and give back, so that every page has something to show. */
export const makeWorld = async (visitor: APIRequestContext, db: Db): Promise<World> => {
  await signInByApi(visitor, demoLogin('shopper'))
  const api = shopApi(visitor)
  const place = async (slug: string) => {
    const orderId = await placeByApi(api, { variantId: await variantOf(api, slug), locale: 'en' })
    await expect.poll(() => statusByApi(api, orderId)).toBe('STOCK_RESERVED')
    return orderId
  }
  const reach = (orderId: string, status: string) => expect.poll(() => statusByApi(api, orderId)).toBe(status)
  const deliver = async (slug: string) => {
    const orderId = await place(slug)
    await payByApi(api, orderId)
    await reach(orderId, 'PREPARING')
    const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId } })
    await moveParcel(shipmentRef, 'handed-over', 'in-transit', 'delivered')
    await reach(orderId, 'DELIVERED')
    return orderId
  }

  const cancelled = await place('snow-tea-bowl')
  await api.store.order.cancel.mutate({ orderId: cancelled, cancellationId: newId('cancellation', new Date()) })
  await reach(cancelled, 'CANCELLED')
  const delivered = await deliver('red-clay-jar')
  const returning = await deliver('clay-cup')
  const [line] = await db.orderLine.findMany({ where: { orderId: returning } })
  if (!line) throw new Error('an order without lines')
  await api.store.return.request.mutate({
    orderId: returning,
    returnId: newId('return', new Date()),
    reason: 'arrived-broken',
    lines: [{ variantId: line.variantId, quantity: 1 }],
  })
  const preparing = await place('celadon-bowl')
  await payByApi(api, preparing)
  await reach(preparing, 'PREPARING')
  const declined = await place('ash-teapot')
  await payByApi(api, declined, 'pm_card_chargeDeclined')
  await expect
    .poll(async () => (await api.store.order.get.query({ orderId: declined, locale: 'en' })).progress)
    .toContainEqual(expect.objectContaining({ id: 'payment-failed' }))
  const toPay = await place('ink-plate')
  for (const slug of ['celadon-bowl', 'clay-cup'])
    await api.store.cart.addLine.mutate({ locale: 'en', variantId: await variantOf(api, slug), quantity: 1 })
  return { toPay, declined, preparing, delivered, returning, cancelled }
}
