import type { Page } from '@playwright/test'
import { expectNoViolations } from './fixtures/page-checks.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const cardNames = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()

const openMenu = async ({ page, press }: Shopper, name: string) => {
  await press(page.getByRole('button', { name: new RegExp(`^${name}`) }))
  return page.getByRole('dialog', { name })
}

/** Goods of this test alone, found by a word that nothing else has. */
const word = (): string =>
  `zq${Math.random()
    .toString(36)
    .replaceAll(/[^a-z]/g, '')
    .slice(0, 8)}`

test('several kinds and colours combine, live in the address, survive a reload, and go chip by chip', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const own = word()
  for (const colour of ['red', 'blue', 'wood']) {
    const { productId } = await newGoods(5)
    await db.product.update({ where: { id: productId }, data: { nameEn: `${own} ${colour}`, colour } })
  }
  await shopper.open(`/products?q=${own}`)
  const count = page.getByRole('main').getByRole('status').first()
  await expect(count).toHaveText(t('list.count', { count: 3 }))
  const colours = await openMenu(shopper, t('list.colour'))
  await press(colours.getByLabel(t('list.colours.red')))
  await expect(colours.getByLabel(t('list.colours.red'))).toBeChecked()
  await expect(count).toHaveText(t('list.count', { count: 1 }))
  await press(colours.getByLabel(t('list.colours.blue')))
  await expect(count).toHaveText(t('list.count', { count: 2 }))
  await expect(page).toHaveURL(/colour=blue,red/)
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(count).toHaveText(t('list.count', { count: 2 }))
  await expectNoViolations(page, 'the list with filters')

  await expect(page.getByText(t('list.chosen', { count: 2 }))).toBeVisible()
  await press(page.getByRole('button', { name: t('list.removeFilter', { filter: t('list.colours.red') }) }))
  await expect(count).toHaveText(t('list.count', { count: 1 }))
  await press(page.getByRole('button', { name: t('list.clear') }))
  await expect(count).toHaveText(t('list.count', { count: 3 }))
  await page.goBack()
  await expect(count).toHaveText(t('list.count', { count: 1 }))
})

test('only what is in stock, and a price of one’s own, narrow the list; nonsense in the address narrows nothing', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const own = word()
  for (const [units, price] of [
    [0, 20_000n],
    [4, 21_000n],
    [4, 90_000n],
  ] as const) {
    const { productId } = await newGoods(units, price)
    await db.product.update({ where: { id: productId }, data: { nameEn: `${own} ${price}` } })
  }
  await shopper.open(`/products?q=${own}&page=x&colour=gold&from=-1&sort=best-ever`)
  const count = page.getByRole('main').getByRole('status').first()
  await expect(count).toHaveText(t('list.count', { count: 3 }))
  await expect(page.getByRole('main')).toContainText(t('product.soldOut'))
  await press(page.getByRole('button', { name: t('list.inStock') }))
  await expect(count).toHaveText(t('list.count', { count: 2 }))
  const prices = await openMenu(shopper, t('list.price.title'))
  await prices.getByLabel(t('list.price.most')).fill('30,000원')
  await page.keyboard.press('Enter')
  await expect(count).toHaveText(t('list.count', { count: 1 }))
  await expect(page).toHaveURL(/to=30000&stock=1/)
})

test('the order is over the whole list and stays through the pages, and Back finds the same place', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t } = shopper
  const own = word()
  const prices = Array.from({ length: 27 }, (_, n) => BigInt(1000 * (((n * 11) % 27) + 1)))
  for (const price of prices) {
    const { productId } = await newGoods(5, price)
    await db.product.update({ where: { id: productId }, data: { nameEn: `${own} ${price}` } })
  }
  await shopper.open(`/products?q=${own}`)
  await page.getByLabel(t('list.sort')).selectOption('price-up')
  await expect.poll(async () => (await cardNames(page)).slice(0, 2)).toEqual([`${own} 1000`, `${own} 2000`])
  await page.getByRole('link', { name: t('list.next') }).click()
  await expect.poll(() => cardNames(page)).toEqual([`${own} 25000`, `${own} 26000`, `${own} 27000`])
  await page.goBack()
  await expect.poll(async () => (await cardNames(page)).length).toBe(24)
  const card = page.getByRole('link', { name: `${own} 20000` })
  await card.scrollIntoViewIfNeeded()
  const place = await page.evaluate(() => window.scrollY)
  expect(place).toBeGreaterThan(300)
  await card.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${own} 20000`)
  await page.goBack()
  await expect(card).toBeInViewport()
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - place)).toBeLessThan(60)
})

test('a sale and a price that change are on the next page that is opened', async ({ shopper, newGoods, db }) => {
  const { page, t } = shopper
  const goods = await newGoods(9, 28_000n)
  const address = `/products?q=${goods.slug}`
  await shopper.open(address)
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: goods.name.en })
  await expect(card).toContainText('₩28,000')
  await db.stock.update({ where: { variantId: goods.variantId }, data: { available: 3, sold: 6 } })
  await db.variant.update({ where: { id: goods.variantId }, data: { priceMinor: 31_000n } })
  await expect(async () => {
    await shopper.open(address)
    await expect(card).toContainText('₩31,000', { timeout: 500 })
    await expect(card).toContainText(t('product.left', { count: 3 }), { timeout: 500 })
  }).toPass({ timeout: 5000 })
  await db.product.update({ where: { id: goods.productId }, data: { published: false } })
  await expect(async () => {
    await shopper.open(address)
    await expect(card).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 5000 })
})

test('on a phone the filters are a panel whose button tells how many there are', async ({
  newShopper,
  newGoods,
  db,
}) => {
  const shopper = await newShopper({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { page, t } = shopper
  const own = word()
  for (const colour of ['red', 'blue']) {
    const { productId } = await newGoods(5)
    await db.product.update({ where: { id: productId }, data: { nameEn: `${own} ${colour}`, colour } })
  }
  await shopper.open(`/products?q=${own}`)
  await page.getByRole('button', { name: t('list.filter') }).tap()
  const panel = page.getByRole('dialog', { name: t('list.filter') })
  await panel.getByLabel(t('list.colours.red')).tap()
  const show = panel.getByRole('button', { name: t('list.show', { count: 1 }) })
  await expect(show).toBeVisible()
  await expectNoViolations(page, 'the open panel of filters')
  await show.tap()
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('button', { name: t('list.filterWithCount', { count: 1 }) })).toBeFocused()
  expect(await cardNames(page)).toEqual([`${own} red`])
})
