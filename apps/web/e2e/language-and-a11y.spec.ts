import { newId } from '@makegood/core/ids'
import { openIncident } from '../../../packages/db/src/saga/open-incident.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { env } from './fixtures/env.ts'
import { expectSoundPage } from './fixtures/page-checks.ts'
import { moveParcel } from './fixtures/sandbox.ts'
import { payByApi, placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'
import { pathIn, wordsOf } from './fixtures/words.ts'

const openPages = [
  '/',
  '/products',
  '/products?category=bowls&sort=price-up',
  '/products/celadon-bowl-mended',
  '/sign-in',
  '/sign-up',
  '/orders',
  '/cart',
  '/checkout',
  '/delivery-and-returns',
  '/terms',
  '/privacy',
]

const soundAt = async (shopper: Shopper, path: string, name = path): Promise<void> =>
  test.step(name, async () => {
    await shopper.open(path)
    await expectSoundPage(shopper, name)
  })

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('the pages that are open to all are sound', async ({ shopper }) => {
      test.slow()
      for (const path of openPages) await soundAt(shopper, path)
    })

    test('the pages of a purchase are sound in every state', async ({ shopper, newVisitor, newGoods, db }) => {
      test.slow()
      const { api } = shopper
      const goods = await newGoods(20)
      await api.store.cart.addLine.mutate({ locale: language, variantId: goods.variantId, quantity: 2 })
      await soundAt(shopper, '/cart', 'a full cart')
      await soundAt(shopper, '/checkout', 'the checkout')

      const orderId = await placeByApi(api, goods)
      const reach = (status: string) => expect.poll(() => statusByApi(api, orderId)).toBe(status)
      await reach('STOCK_RESERVED')
      await soundAt(shopper, `/orders/${orderId}`, 'an order to be paid')
      await payByApi(api, orderId, 'pm_card_chargeDeclined')
      await reach('STOCK_RESERVED')
      await soundAt(shopper, `/orders/${orderId}`, 'an order whose payment was declined')
      await payByApi(api, orderId)
      await reach('PREPARING')
      await soundAt(shopper, `/orders/${orderId}`, 'an order in preparation')

      const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId } })
      await moveParcel(shipmentRef, 'handed-over', 'in-transit', 'delivered')
      await reach('DELIVERED')
      const returnId = newId('return', new Date())
      const lines = [{ variantId: goods.variantId, quantity: 1 }]
      await api.store.return.request.mutate({ orderId, returnId, reason: 'arrived-broken', lines })
      await soundAt(shopper, `/orders/${orderId}`, 'an order of which a return is asked for')

      const waiting = await placeByApi(api, goods)
      await expect.poll(() => statusByApi(api, waiting)).toBe('STOCK_RESERVED')
      await payByApi(api, waiting, 'pm_card_authenticationRequired')
      await shopper.open(`/orders/${waiting}`)
      await shopper.seeHeadline('APPROVAL')
      await soundAt(shopper, `/orders/${waiting}`, 'an order whose payment waits for the bank')

      const last = await newGoods(1)
      await api.store.cart.addLine.mutate({ locale: language, variantId: last.variantId, quantity: 1 })
      const other = shopApi(await newVisitor())
      const first = await placeByApi(other, last)
      await expect.poll(() => statusByApi(other, first)).toBe('STOCK_RESERVED')
      const tooLate = await placeByApi(api, goods)
      await expect.poll(() => statusByApi(api, tooLate)).toBe('CANCELLED')
      await soundAt(shopper, `/orders/${tooLate}`, 'an order that sold out')
      await soundAt(shopper, '/cart', 'a cart with a thing that sold out')
      await soundAt(shopper, '/orders', 'the orders of a shopper')
    })

    test('the console is sound', async ({ shopper, newVisitor, newGoods, db }) => {
      const buyer = shopApi(await newVisitor())
      const orderId = await placeByApi(buyer, await newGoods(3))
      await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
      await payByApi(buyer, orderId, 'pm_card_chargeDeclined')
      await expect
        .poll(async () => (await buyer.store.order.get.query({ orderId, locale: language })).progress)
        .toContainEqual(expect.objectContaining({ id: 'payment-failed' }))
      const cancellationId = newId('cancellation', new Date())
      await buyer.store.order.cancel.mutate({ orderId, cancellationId })
      await expect.poll(() => statusByApi(buyer, orderId)).toBe('CANCELLED')
      await openIncident(db, { orderId, sagaId: orderId, stepId: 'saga', kind: 'saga-failed', detail: 'a drill' })
      await signInByApi(shopper.page.context().request, demoLogin('admin'))
      await soundAt(shopper, '/admin/orders')
      await soundAt(shopper, '/admin/orders?status=STOCK_RESERVED')
      await soundAt(shopper, `/admin/orders/${orderId}`, 'an order in the console')
    })

    test.describe('where the way ends', () => {
      test.use({ expectedComplaints: [/status of 40[34]/] })

      test('the pages that say so are sound', async ({ shopper }) => {
        await soundAt(shopper, '/no-such-page')
        await soundAt(shopper, '/products/no-such-thing')
        await soundAt(shopper, '/orders/ord_no-such-order')
        await soundAt(shopper, '/admin', 'the console for a guest')
      })
    })

    test('the other language shows the same page with the same query, and is kept from then on', async ({
      shopper,
    }) => {
      const { page, t, press } = shopper
      const other = language === 'ko' ? 'en' : 'ko'
      const query = '/products?category=bowls&sort=price-up'
      await shopper.open(query)
      const link = page.getByRole('link', { name: other === 'en' ? 'English' : '한국어' }).filter({ visible: true })
      await press(link.first())
      await expect(page).toHaveURL(env.webUrl + pathIn(other, query))
      await expect(page.locator('html')).toHaveAttribute('lang', other)
      await expect(page.getByLabel(wordsOf(other)('list.sort'))).toHaveValue('price-up')
      await press(
        page
          .getByRole('main')
          .getByRole('listitem')
          .getByRole('link')
          .filter({ has: page.getByRole('heading') })
          .first(),
      )
      await expect(page).toHaveURL(new RegExp(`^${env.webUrl}${pathIn(other, '/products/')}`))
      await expect(page.locator('html')).toHaveAttribute('lang', other)
      await expect(page.getByRole('button', { name: t('product.add') })).toHaveCount(0)
    })
  })
}
