import { newPerson } from './fixtures/accounts.ts'
import { parcel } from './fixtures/shop-api.ts'
import { orderIdOf, type Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const typedInto = ({ page, t }: Shopper) =>
  Promise.all(
    (['email', 'recipient', 'phone', 'postcode', 'address1', 'address2'] as const).map(name =>
      page.getByLabel(t(`checkout.fields.${name}`)).inputValue(),
    ),
  )

test('two quick presses place one order', async ({ shopper, newGoods, db }) => {
  const goods = await newGoods(5)
  const { email } = newPerson()
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel(email)
  await shopper.placeButton(goods.priceMinor).dblclick()
  await shopper.seeHeadline('STOCK_RESERVED')
  const orders = await db.order.findMany({ where: { email } })
  expect(orders.map(({ id }) => id)).toEqual([orderIdOf(shopper.page)])
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
    await shopper.press(shopper.placeButton(goods.priceMinor))
    await expect(page.getByRole('main').getByRole('alert')).toContainText(t('checkout.placeFailed'))
    await page.unroute('**/trpc/store.order.place**')
    const orderId = await shopper.placeOrder(goods.priceMinor)
    await shopper.seeHeadline('STOCK_RESERVED')
    const orders = await db.order.findMany({ where: { email } })
    expect(orders.map(({ id }) => id)).toEqual([orderId])
  })
})

test('a reload of the checkout and a way back to it lose nothing that was typed', async ({ shopper, newGoods }) => {
  const { page, t, press } = shopper
  const goods = await newGoods(5)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  const typed = Object.values(parcel)
  await page.reload()
  await expect(shopper.placeButton(goods.priceMinor)).toBeVisible()
  await expect.poll(() => typedInto(shopper)).toEqual(typed)

  await press(page.getByRole('link', { name: t('checkout.changeCart') }))
  await expect(page.getByRole('heading', { level: 1, name: t('cart.title') })).toBeVisible()
  await page.goBack()
  await expect.poll(() => typedInto(shopper)).toEqual(typed)
  await shopper.placeOrder(goods.priceMinor)
  await shopper.seeHeadline('STOCK_RESERVED')
})
