import { newPerson, signInByForm, signUpByApi } from './fixtures/accounts.ts'
import { shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

test('what a guest put in joins the account’s cart from the drawer on: beyond the stock it is said, a changed price too', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press, api } = shopper
  const person = newPerson()
  const [both, changed] = [await newGoods(3), await newGoods(9, 20_000n)]
  const elsewhere = await newVisitor()
  await signUpByApi(elsewhere, person)
  await shopApi(elsewhere).store.cart.addLine.mutate({ locale: 'en', variantId: both.variantId, quantity: 2 })
  await api.store.cart.addLine.mutate({ locale: 'en', variantId: changed.variantId, quantity: 1 })
  await db.variant.update({ where: { id: changed.variantId }, data: { priceMinor: 22_000n } })

  await shopper.open(`/products/${both.slug}`)
  await press(page.getByRole('button', { name: t('product.more') }))
  await press(page.getByRole('button', { name: t('product.add') }))
  await expect(page.getByRole('dialog')).toContainText(t('product.added', { name: both.name.en, count: 2 }))
  await shopper.open('/sign-in?returnTo=/cart')
  await signInByForm(shopper, person)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('cart.title'))
  const row = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name })
  await expect(row(both.name.en)).toContainText(t('cart.short', { count: 3, wanted: 4 }))
  await expect(row(changed.name.en)).toContainText(`${wonText(20_000n, 'en')} → ${wonText(22_000n, 'en')}`)
  const written = page.waitForResponse(answer => answer.url().includes('cart.changeLine') && answer.ok())
  await press(row(both.name.en).getByRole('button', { name: t('cart.takeAll', { count: 3 }) }))
  await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 4 }) })).toBeVisible()
  await written
  await page.reload()
  await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 4 }) }), 'once').toBeVisible()
})
