import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

test('a price that changed since is said on its line with both prices, until the shopper has taken note', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press, api } = shopper
  const [dearer, cheaper, same] = [await newGoods(9, 28_000n), await newGoods(9, 40_000n), await newGoods(9, 9_000n)]
  for (const { variantId } of [dearer, cheaper, same])
    await api.store.cart.addLine.mutate({ locale: 'en', variantId, quantity: 1 })
  await db.variant.update({ where: { id: dearer.variantId }, data: { priceMinor: 31_000n } })
  await db.variant.update({ where: { id: cheaper.variantId }, data: { priceMinor: 35_000n } })

  await shopper.open('/cart')
  const main = page.getByRole('main')
  const row = (name: string) => main.getByRole('listitem').filter({ hasText: name })
  const prices = (before: bigint, now: bigint) => `${wonText(before, 'en')} → ${wonText(now, 'en')}`
  const up = `gone up since you added it: ${prices(28_000n, 31_000n)}`
  const down = `gone down since you added it: ${prices(40_000n, 35_000n)}`
  await expect(row(dearer.name.en)).toContainText(up)
  await expect(row(cheaper.name.en)).toContainText(down)
  await expect(row(same.name.en)).not.toContainText('→')
  await expect(main.getByText(wonText(75_000n, 'en')).first(), 'the total is by the prices of now').toBeVisible()

  await page.reload()
  await expect(row(dearer.name.en), 'looking is not taking note').toContainText(up)
  await press(main.getByRole('button', { name: t('cart.noteOf', { name: dearer.name.en }) }))
  await expect(row(dearer.name.en)).not.toContainText(up)
  await press(main.getByRole('button', { name: t('cart.moreOf', { name: cheaper.name.en }) }))
  await expect(row(cheaper.name.en)).not.toContainText(down)
  await expect
    .poll(async () => (await api.store.cart.get.query({ locale: 'en' })).lines.map(line => line.priceBefore))
    .toEqual([null, null, null])
  await page.reload()
  await expect(row(dearer.name.en)).toBeVisible()
  await expect(main).not.toContainText('→')
})
