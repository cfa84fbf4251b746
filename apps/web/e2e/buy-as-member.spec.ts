import { stockOf } from './fixtures/goods.ts'
import { becomeMember } from './fixtures/members.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { parcel } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a member buys, and the next time the address and the e-mail address are there already', async ({
      shopper,
      newGoods,
      db,
    }) => {
      const { page, t, press } = shopper
      const goods = await newGoods(5)
      const { email, userId } = await becomeMember(shopper, db)
      await shopper.open(`/products/${goods.slug}`)
      await shopper.addToCart(goods)
      await shopper.goToCheckout()
      await expect(page.getByLabel(t('checkout.fields.email'), { exact: true })).toHaveValue(email)
      await shopper.fillParcel(email)
      await page.getByLabel(t('checkout.keepAddress')).check()
      const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
      await shopper.seeHeadline('PREPARING')
      expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({ userId, deliveryMinor: 3_000n })
      expect(await db.address.findMany({ where: { userId } })).toMatchObject([{ recipient: parcel.recipient }])

      await page.evaluate(() => sessionStorage.clear())
      await shopper.open(`/products/${goods.slug}`)
      await shopper.addToCart(goods)
      await shopper.goToCheckout()
      await expect(page.getByRole('radio', { name: parcel.recipient })).toBeChecked()
      await expect(page.getByLabel(t('checkout.fields.postcode'))).toBeHidden()
      await press(page.getByRole('radio', { name: t('order.methods.express') }))
      await shopper.fillCard(cards.pays)
      await press(page.getByRole('button', { name: /34,000/ }))
      await page.waitForURL(/\/orders\/ord_\w+$/)
      await shopper.seeHeadline('PREPARING')
      const [last] = await db.order.findMany({ where: { userId }, orderBy: { placedAt: 'desc' } })
      expect(last).toMatchObject({ deliveryMethod: 'express', totalMinor: 34_000n, recipient: parcel.recipient })
      await expect.poll(() => chargesOf(last?.id ?? '')).toMatchObject({ count: 1 })
      await expect.poll(() => stockOf(db, goods)).toMatchObject({ sold: 2, reserved: 0 })
    })
  })
}

test('goods for abroad go by the one way there is, at its price', async ({ shopper, newGoods, db }) => {
  const { page, t, press } = shopper
  const goods = await newGoods(2)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  await page.getByLabel(t('checkout.fields.country')).selectOption('GB')
  await expect(page.getByRole('radio', { name: t('order.methods.express') })).toBeHidden()
  await shopper.fillCard(cards.pays)
  await press(page.getByRole('button', { name: /53,000/ }))
  await expect(page.getByLabel(t('checkout.fields.postcode'), { exact: true })).toBeFocused()
  await page.getByLabel(t('checkout.fields.postcode'), { exact: true }).fill('sw1a 1aa')
  await page.getByLabel(t('checkout.fields.phone'), { exact: true }).fill('020 7946 0958')
  await press(page.getByRole('button', { name: /53,000/ }))
  await page.waitForURL(/\/orders\/ord_\w+$/)
  await shopper.seeHeadline('PREPARING')
  const [order] = await db.order.findMany({ where: { lines: { some: { variantId: goods.variantId } } } })
  expect(order).toMatchObject({ country: 'GB', postcode: 'SW1A 1AA', phone: '+442079460958', deliveryMinor: 25_000n })
})
