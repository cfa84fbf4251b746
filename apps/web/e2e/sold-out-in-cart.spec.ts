import { expectNoViolations } from './fixtures/page-checks.ts'
import { expect, test } from './fixtures/test.ts'
import { withDelivery } from './fixtures/with-delivery.ts'
import { wonText } from './fixtures/words.ts'

test('lines that sold out, became short or are no longer sold are named, each with its way out, and only then it goes on', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press, api } = shopper
  const [gone, short, retired] = [await newGoods(5), await newGoods(5), await newGoods(5)]
  for (const { variantId } of [gone, short, retired])
    await api.store.cart.addLine.mutate({ locale: 'en', variantId, quantity: 3 })
  await db.stock.update({ where: { variantId: gone.variantId }, data: { available: 0, received: 0 } })
  await db.stock.update({ where: { variantId: short.variantId }, data: { available: 2, received: 2 } })
  await db.variant.update({ where: { id: retired.variantId }, data: { active: false } })

  await shopper.open('/cart')
  const main = page.getByRole('main')
  const row = (name: string) => main.getByRole('listitem').filter({ hasText: name })
  await expect(row(gone.name.en)).toContainText(t('cart.gone'))
  await expect(row(short.name.en)).toContainText(t('cart.short', { count: 2, wanted: 3 }))
  await expect(row(retired.name.en)).toContainText(t('cart.retired'))
  const summary = main.getByRole('region', { name: t('cart.summary') })
  await expect(summary, 'only the two that are left of the short line count').toContainText(
    wonText(withDelivery(short.priceMinor * 2n), 'en'),
  )
  await expect(summary).toContainText(t('cart.leftOut', { count: 7 }))
  await expect(row(retired.name.en).getByRole('link'), 'there is no page to lead to').toHaveCount(0)

  const checkout = main.getByRole('link', { name: t('cart.checkout') })
  await press(checkout)
  await expect(page, 'the way leads to the first of them').toHaveURL(/\/cart$/)
  await expect(row(gone.name.en)).toBeFocused()

  await press(row(gone.name.en).getByRole('button', { name: t('restock.openOf', { name: gone.name.en }) }))
  const email = row(gone.name.en).getByLabel(t('restock.email'))
  await expect(email).toBeFocused()
  await expectNoViolations(page, 'a cart with lines that cannot be ordered')
  await email.fill('waiting@example.com')
  await press(row(gone.name.en).getByRole('button', { name: t('restock.ask') }))
  await expect(row(gone.name.en)).toContainText(t('restock.kept', { email: 'waiting@example.com' }))

  await press(main.getByRole('button', { name: t('cart.removeOf', { name: gone.name.en }) }))
  await press(main.getByRole('button', { name: t('cart.removeOf', { name: retired.name.en }) }))
  await press(row(short.name.en).getByRole('button', { name: t('cart.takeAll', { count: 2 }) }))
  await expect.poll(async () => (await api.store.cart.get.query({ locale: 'en' })).count).toBe(2)
  await press(checkout)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('checkout.title'))
})
