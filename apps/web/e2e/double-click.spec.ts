import { newPerson } from './fixtures/accounts.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { orderIdOf } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

test('two quick presses place one order and take its money once', async ({ shopper, newGoods, db }) => {
  const goods = await newGoods(5)
  const { email } = newPerson()
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel(email)
  await shopper.fillCard(cards.pays)
  await shopper.buyButton(goods.priceMinor).dblclick()
  await shopper.seeHeadline('PREPARING')
  const orders = await db.order.findMany({ where: { email } })
  const orderId = orderIdOf(shopper.page)
  expect(orders.map(({ id }) => id)).toEqual([orderId])
  expect(await chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})

test.describe('with a bad connection', () => {
  test.use({ expectedComplaints: [/net::ERR_CONNECTION_RESET/] })

  test('pressing again after an answer was lost leads to the same order', async ({ shopper, newGoods, db }) => {
    const { page, t } = shopper
    const goods = await newGoods(5)
    const { email } = newPerson()
    await shopper.open(`/products/${goods.slug}`)
    await shopper.addToCart(goods)
    await shopper.goToCheckout()
    await shopper.fillParcel(email)
    await page.route('**/trpc/store.order.place**', async route => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await shopper.fillCard(cards.pays)
    await shopper.press(shopper.buyButton(goods.priceMinor))
    await expect(page.getByRole('main').getByRole('alert')).toContainText(t('checkout.placeFailed'))
    await page.unroute('**/trpc/store.order.place**')
    const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
    await shopper.seeHeadline('PREPARING')
    const orders = await db.order.findMany({ where: { email } })
    expect(orders.map(({ id }) => id)).toEqual([orderId])
  })
})
