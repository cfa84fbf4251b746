import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import { cards } from './fixtures/sandbox.ts'
import { parcel } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const typedInto = ({ page }: Shopper) =>
  Promise.all(
    (['email', 'recipient', 'phone', 'postcode', 'address1', 'address2'] as const).map(name =>
      page.locator(`form#checkout [name=${name}]`).inputValue(),
    ),
  )

test('a reload of the checkout and a way back to it lose nothing that was typed', async ({ shopper, newGoods }) => {
  const { page, t, press } = shopper
  const goods = await newGoods(5)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  await page.getByRole('radio', { name: t('order.methods.express') }).check()
  await shopper.fillCard(cards.pays)
  const typed = Object.values(parcel)
  await page.reload()
  await expect.poll(() => typedInto(shopper)).toEqual(typed)
  await expect(page.getByRole('radio', { name: t('order.methods.express') })).toBeChecked()
  await expect(page.getByLabel(t('pay.fields.number'), { exact: true }), 'a card is kept nowhere').toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('4242')
  await page.getByRole('radio', { name: t('order.methods.standard') }).check()

  await press(page.getByRole('link', { name: t('checkout.changeCart') }))
  await expect(page.getByRole('heading', { level: 1, name: t('cart.title') })).toBeVisible()
  await page.goBack()
  await expect.poll(() => typedInto(shopper)).toEqual(typed)
  await shopper.buyWith(cards.pays, goods.priceMinor)
  await shopper.seeHeadline('PREPARING')
})

test('signing in beside the form keeps what was typed', async ({ shopper, newVisitor, newGoods }) => {
  const { page, t, press } = shopper
  const goods = await newGoods(5)
  const person = newPerson()
  await signUpByApi(await newVisitor(), person)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  const typed = Object.values(parcel)
  await press(
    page
      .getByRole('main')
      .getByRole('link', { name: /sign in/i })
      .first(),
  )
  await expect(page.getByRole('heading', { level: 1, name: t('auth.signIn') })).toBeVisible()
  await page.getByLabel(t('auth.email'), { exact: true }).fill(person.email)
  await page.getByLabel(t('auth.password'), { exact: true }).fill(person.password)
  await press(page.getByRole('main').getByRole('button', { name: t('auth.signIn'), exact: true }))
  await expect(page.getByRole('heading', { level: 1, name: t('checkout.title') })).toBeVisible()
  await expect.poll(() => typedInto(shopper)).toEqual(typed)
})

test('a reload in the middle of the order goes on at the order’s own page', async ({ shopper, newGoods }) => {
  const { page } = shopper
  const goods = await newGoods(5)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  await page.route('**/trpc/store.order.pay**', () => undefined)
  await shopper.fillCard(cards.pays)
  await shopper.press(shopper.buyButton(goods.priceMinor))
  await expect.poll(async () => (await shopper.api.store.cart.get.query({ locale: 'en' })).lines).toEqual([])
  await page.reload()
  await page.unroute('**/trpc/store.order.pay**')
  await page.waitForURL(/\/orders\/ord_\w+$/)
  await shopper.seeHeadline('STOCK_RESERVED')
  await shopper.payWith(cards.pays, goods.priceMinor)
  await shopper.seeHeadline('PREPARING')
})

test.describe('with a price that changes meanwhile', () => {
  test.use({ expectedComplaints: [/409 \(Conflict\)/] })

  test('it is named with its thing, nothing typed is lost, and one more press takes the new total', async ({
    shopper,
    newGoods,
    db,
  }) => {
    const { page, t } = shopper
    const goods = await newGoods(5)
    await shopper.open(`/products/${goods.slug}`)
    await shopper.addToCart(goods)
    await shopper.goToCheckout()
    await shopper.fillParcel()
    await shopper.fillCard(cards.pays)
    await db.variant.update({ where: { id: goods.variantId }, data: { priceMinor: 33_000n } })
    await shopper.press(shopper.buyButton(goods.priceMinor))
    const told = page.getByRole('main').getByRole('alert').first()
    await expect(told).toContainText(goods.name.en)
    await expect(told).toBeFocused()
    expect(await typedInto(shopper)).toEqual(Object.values(parcel))
    await expect(page.getByLabel(t('pay.fields.number'), { exact: true })).toHaveValue(cards.pays)
    expect(await db.orderLine.count({ where: { variantId: goods.variantId } })).toBe(0)
    await shopper.press(shopper.buyButton(33_000n))
    await page.waitForURL(/\/orders\/ord_\w+$/)
    await shopper.seeHeadline('PREPARING')
  })
})
