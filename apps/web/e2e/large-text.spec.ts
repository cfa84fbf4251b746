import { placeByApi, shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

const paths = ['/', '/products', '/cart', '/checkout', '/orders', '/sign-up', '/terms'] as const

test('with text twice as large no page of the shop scrolls sideways on the narrowest phone', async ({
  shopper,
  newGoods,
}) => {
  test.slow()
  const { page, open, press, t } = shopper
  const goods = await newGoods(9)
  await page.setViewportSize({ width: 320, height: 640 })
  const orderId = await placeByApi(shopApi(page.context().request), goods)
  const product = `/products/${goods.slug}`
  await open(product)
  await press(page.getByRole('button', { name: t('product.add') }))
  await expect(page.getByRole('dialog', { name: t('cart.title') })).toBeVisible()
  for (const path of [product, ...paths, `/orders/${orderId}`]) {
    await open(path)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'))
    const excess = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await expect.poll(excess, { message: `pixels by which ${path} can be pushed sideways` }).toBeLessThanOrEqual(0)
  }
})
