import { cards, chargesOf } from './fixtures/sandbox.ts'
import { statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

type Goods = Awaited<ReturnType<typeof import('./fixtures/goods.ts').addGoods>>

/** Buys from the checkout with a card that the bank wants approved, up to the bank's own page. */
const goToTheBank = async (shopper: Shopper, goods: Goods): Promise<string> => {
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  const orderId = await shopper.buyWith(cards.asksForApproval, goods.priceMinor)
  await shopper.seeHeadline('APPROVAL')
  await shopper.press(shopper.page.getByRole('link', { name: shopper.t('order.approval.go') }))
  return orderId
}

test('refused at the bank, the shopper comes back to the order, pays nothing, and another card pays it', async ({
  shopper,
  newGoods,
}) => {
  const { page, t, press, api } = shopper
  const goods = await newGoods(3)
  const orderId = await goToTheBank(shopper, goods)
  await press(page.getByRole('button', { name: 'Refuse', exact: true }))
  await page.waitForURL(new RegExp(`/en/orders/${orderId}`))
  await shopper.seeHeadline('STOCK_RESERVED')
  await expect(page.getByRole('region', { name: t('pay.title') }).getByRole('alert')).toContainText(
    t('order.declined.authentication-failed.title'),
  )
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 0 })
  await shopper.payWith(cards.pays, goods.priceMinor)
  await shopper.seeHeadline('PREPARING')
  expect(await statusByApi(api, orderId)).toBe('PREPARING')
})

test('approved at the bank, the shopper comes back to an order that goes on, also by the back button', async ({
  shopper,
  newGoods,
}) => {
  const { page, press } = shopper
  const goods = await newGoods(3)
  const orderId = await goToTheBank(shopper, goods)
  await press(page.getByRole('button', { name: 'Approve', exact: true }))
  await page.waitForURL(new RegExp(`/en/orders/${orderId}`))
  await shopper.seeHeadline('PREPARING')
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})
