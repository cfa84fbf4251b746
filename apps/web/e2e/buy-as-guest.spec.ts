import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import { stockOf } from './fixtures/goods.ts'
import { expectNoReload, markWindow } from './fixtures/reload-marker.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { expect, test } from './fixtures/test.ts'

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a guest buys from the home page on in one press, and the order is confirmed and packed before their eyes', async ({
      shopper,
      newGoods,
      db,
    }) => {
      const { page, t, press, api } = shopper
      const goods = await newGoods(7)
      const onShelf = async () => {
        const { variants } = await api.store.catalogue.get.query({ slug: goods.slug, locale: language })
        return variants[0]?.available
      }
      expect(await onShelf()).toBe(7)

      await shopper.open('/')
      await markWindow(page)
      await press(page.getByRole('link', { name: t('home.look') }))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.title'))
      await press(page.getByRole('link', { name: goods.name[language] }))
      await shopper.addToCart(goods)
      await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 1 }) })).toBeVisible()
      await shopper.goToCheckout()
      await shopper.fillParcel()
      const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
      await shopper.seeHeadline('PREPARING')

      await expectNoReload(page)
      const stages = page.getByRole('list', { name: t('order.progress') }).getByRole('listitem')
      for (const [index, stage] of (['placed', 'reserved', 'paid', 'confirmed', 'preparing'] as const).entries()) {
        await expect(stages.nth(index)).toContainText(t(`order.stages.${stage}.title`))
        await expect(stages.nth(index)).toContainText(t('order.states.done'))
      }
      await expect(page.getByRole('link', { name: t('order.parcel.follow') })).toHaveAttribute('href', /^http/)
      await expect(page.getByRole('button', { name: t('order.cancel.open') })).toBeHidden()
      await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 0 }) })).toBeVisible()
      expect((await api.store.cart.get.query({ locale: language })).lines).toEqual([])
      expect(await onShelf()).toBe(6)
      await expect.poll(() => stockOf(db, goods)).toEqual({ available: 6, reserved: 0, sold: 1 })
      await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, failed: 0, amountRefunded: 0 })
    })
  })
}

test('what a guest has bought can be kept in an account with nothing but a password', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(2)
  const { email, password } = newPerson()
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel(email)
  const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
  const offer = page.getByRole('region', { name: t('accountOffer.title') })
  await offer.getByLabel(t('auth.password'), { exact: true }).fill(password)
  await press(offer.getByRole('button', { name: t('accountOffer.keep') }))
  await expect(offer).toBeHidden()
  await expect
    .poll(
      async () => (await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { user: true } })).user?.email,
    )
    .toBe(email)
  await shopper.open('/orders')
  await expect(page.getByRole('main')).toContainText(goods.name.en)
})

test('a registered e-mail address still orders as a guest, and the order stays a guest’s', async ({
  shopper,
  newGoods,
  newVisitor,
  db,
}) => {
  const goods = await newGoods(2)
  const person = newPerson()
  await signUpByApi(await newVisitor(), person)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel(person.email)
  const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
  await shopper.seeHeadline('PREPARING')
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({ userId: null, email: person.email })
})

test('eight fields or fewer stand in a guest’s way in Korea', async ({ newShopper, newGoods }) => {
  const shopper = await newShopper({ locale: 'ko-KR' })
  const goods = await newGoods(1)
  await shopper.api.store.cart.addLine.mutate({ locale: 'ko', variantId: goods.variantId, quantity: 1 })
  await shopper.page.goto('/checkout')
  const form = shopper.page.locator('form#checkout')
  await expect(form).toBeVisible()
  const typed = form.locator('input:visible:not([type=radio]):not([type=checkbox]), select:visible, textarea:visible')
  expect(await typed.count()).toBeLessThanOrEqual(8)
  const tokens = await typed.evaluateAll(fields => fields.map(field => field.getAttribute('autocomplete')))
  expect(tokens).toEqual([
    'email',
    'shipping name',
    'shipping tel',
    'shipping postal-code',
    'shipping address-line1',
    'cc-number',
    'cc-exp',
    'cc-csc',
  ])
})
