import { newId } from '@makegood/core/ids'
import { consoleGroups } from '../src/features/admin/console-places.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Db, Goods } from './fixtures/goods.ts'
import { expectSoundPage } from './fixtures/page-checks.ts'
import { moveParcel } from './fixtures/sandbox.ts'
import { payByApi, placeByApi, type ShopApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

/** An order that arrived and of which a return is asked for: what the deeper pages of the console show. */
const bringReturn = async (buyer: ShopApi, goods: Goods, db: Db): Promise<{ orderId: string; returnId: string }> => {
  const orderId = await placeByApi(buyer, goods)
  const reach = (status: string) => expect.poll(() => statusByApi(buyer, orderId), { timeout: 90_000 }).toBe(status)
  await reach('STOCK_RESERVED')
  await payByApi(buyer, orderId)
  await reach('PREPARING')
  const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId } })
  await moveParcel(shipmentRef, 'handed-over', 'in-transit', 'delivered')
  await reach('DELIVERED')
  const returnId = newId('return', new Date())
  const lines = [{ variantId: goods.variantId, quantity: 1 }]
  await buyer.store.return.request.mutate({ orderId, returnId, reason: 'arrived-broken', lines })
  return { orderId, returnId }
}

const places = consoleGroups.flatMap(group => group.places.map(({ path }) => path))

for (const [device, language] of [
  ['desktop', 'en'],
  ['phone', 'ko'],
] as const)
  test.describe(`on a ${device}`, () => {
    test.use({
      language,
      ...(device === 'phone'
        ? { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }
        : { hasTouch: false }),
    })

    test(`every page of the console is sound on a ${device}`, async ({ shopper, newVisitor, newGoods, db }) => {
      test.slow()
      const { page, open } = shopper
      const goods = await newGoods(20)
      const { orderId, returnId } = await bringReturn(shopApi(await newVisitor()), goods, db)
      await signInByApi(page.context().request, demoLogin('admin'))
      const deeper = [
        `/admin/orders/${orderId}`,
        `/admin/returns/${returnId}`,
        `/admin/customers/guest/${orderId}`,
        '/admin/customers/approvals',
        '/admin/attention?state=resolved',
        '/admin/shipments?status=DELIVERED',
        '/admin/products/new',
        '/admin/products/categories',
        '/admin/products/import',
        `/admin/products/${goods.productId}`,
        `/admin/stock/${goods.variantId}`,
      ]
      for (const path of [...places, ...deeper])
        await test.step(path, async () => {
          await open(path)
          await expectSoundPage(shopper, path)
        })
    })
  })
