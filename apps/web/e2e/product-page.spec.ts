import { newId } from '@makegood/core/ids'
import type { Page } from '@playwright/test'
import type { Db, Goods } from './fixtures/goods.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import { countShiftsFromStart, shiftsOf } from './fixtures/shifts.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

/** A second option of these goods, with its own price and stock. */
const addOption = async (db: Db, goods: Goods, units: number, priceMinor: bigint): Promise<string> => {
  const id = newId('variant', new Date())
  await db.variant.create({
    data: {
      id,
      productId: goods.productId,
      sku: id,
      optionKo: '큰 것',
      optionEn: 'Large',
      priceMinor,
      currency: 'KRW',
      position: 2,
      stock: { create: { received: units, available: units } },
    },
  })
  return id
}

const addPictures = async (db: Db, { productId }: Goods, paths: readonly string[]): Promise<void> => {
  for (const [index, path] of paths.entries())
    await db.picture.create({
      data: {
        id: newId('picture', new Date()),
        productId,
        path: `/pictures/${path}.webp`,
        altKo: `그림 ${index + 1}`,
        altEn: `Picture ${index + 1}`,
        width: 800,
        height: 1000,
        position: index + 1,
      },
    })
}

const offersOf = async (page: Page) => {
  const text = await page.locator('script[type="application/ld+json"]').first().textContent()
  const { offers } = JSON.parse(text ?? '{}') as { offers: { sku: string; price: string; availability: string }[] }
  return new Map(
    offers.map(({ sku, price, availability }) => [sku, { price, isThere: availability.endsWith('InStock') }]),
  )
}

test('each option has its own price and stock; the choice is in the address, survives a reload and fills no history', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(3, 28_000n)
  const large = await addOption(db, goods, 1, 41_000n)
  await shopper.open('/cart')
  await shopper.open(`/products/${goods.slug}`)
  const main = page.getByRole('main')
  await expect(main).toContainText(wonText(28_000n, 'en'))
  await expect(main.getByRole('radio', { name: /One size/ })).toBeChecked()
  await expect(main).toContainText(t('product.left', { count: 3 }))
  await press(main.getByText('Large', { exact: true }))
  await press(main.getByText('One size', { exact: true }))
  await press(main.getByText('Large', { exact: true }))
  await expect(page).toHaveURL(new RegExp(`option=${large}$`))
  await page.reload()
  await expect(main.getByRole('radio', { name: /Large/ })).toBeChecked()
  await expect(main).toContainText(t('product.left', { count: 1 }))
  const offers = await offersOf(page)
  expect(offers.get(goods.variantId)).toEqual({ price: '28000', isThere: true })
  expect(offers.get(large), 'search engines are told the price that the page says').toEqual({
    price: '41000',
    isThere: true,
  })
  await page.goBack()
  await expect(page, 'three choices are no steps of the way back').toHaveURL(/\/cart$/)
})

test('a sold-out option is marked, can be chosen, and says why it cannot be bought', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(2)
  const gone = await addOption(db, goods, 0, 41_000n)
  await shopper.open(`/products/${goods.slug}`)
  const choice = page.getByRole('radio', { name: new RegExp(`Large.*${t('product.soldOut')}`) })
  await press(page.getByText('Large', { exact: true }))
  await expect(choice).toBeChecked()
  const button = page.getByRole('main').getByRole('button', { name: t('product.soldOut') })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(t('product.whyNot.sold-out'))
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectNoViolations(page, 'a sold-out option')
  expect((await shopper.api.store.cart.get.query({ locale: 'en' })).count).toBe(0)
  await page.goto(`${page.url().split('?')[0]}?option=${gone}`)
  await expect(choice, 'the address of a sold-out option leads to it').toBeChecked()
  expect((await offersOf(page)).get(gone)).toMatchObject({ isThere: false })
})

test('pictures are stepped through, opened large, stepped through there, and Escape leads back to the one looked at last', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(2)
  await addPictures(db, goods, ['celadon-bowl-1', 'celadon-bowl-2', 'clay-cup-1'])
  await shopper.open(`/products/${goods.slug}`)
  const gallery = page.getByRole('region', { name: t('product.pictures', { name: goods.name.en }) })
  const told = (number: number) => gallery.getByText(t('product.pictureOf', { number, count: 3 }))
  await expect(told(1)).toBeAttached()
  await press(gallery.getByRole('button', { name: t('product.nextPicture') }))
  await expect(told(2)).toBeAttached()
  await press(gallery.getByRole('button', { name: t('product.showPicture', { number: 3, alt: 'Picture 3' }) }))
  await expect(told(3)).toBeAttached()
  await expect(gallery.getByRole('button', { name: t('product.nextPicture') })).toBeDisabled()

  const third = gallery.getByRole('button', { name: t('product.enlarge', { alt: 'Picture 3' }) })
  await press(third)
  const viewer = page.getByRole('dialog', { name: t('product.pictures', { name: goods.name.en }) })
  await expect(viewer.getByRole('img', { name: 'Picture 3' })).toBeVisible()
  await expectNoViolations(page, 'the pictures, large')
  await page.keyboard.press('ArrowLeft')
  await expect(viewer.getByText('2 / 3')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)
  await expect(told(2), 'the page shows the picture that was looked at last').toBeAttached()
  await expect(gallery.getByRole('button', { name: t('product.enlarge', { alt: 'Picture 2' }) })).toBeFocused()
})

/** Fingers that come down, move in ten steps, and are lifted: one of them swipes, two of them pinch. */
const moveFingers = async (page: Page, ways: readonly { from: [number, number]; to: [number, number] }[]) => {
  const touch = await page.context().newCDPSession(page)
  const pointsAt = (share: number) =>
    ways.map(({ from, to }, id) => ({
      id,
      x: from[0] + (to[0] - from[0]) * share,
      y: from[1] + (to[1] - from[1]) * share,
    }))
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: pointsAt(0) })
  for (let step = 1; step <= 10; step += 1)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: pointsAt(step / 10) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('with fingers a picture is swiped on and pinched larger; with a mouse a press makes it larger', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(2)
  await addPictures(db, goods, ['celadon-bowl-1', 'celadon-bowl-2'])
  await shopper.open(`/products/${goods.slug}`)
  await press(page.getByRole('button', { name: t('product.enlarge', { alt: 'Picture 1' }) }))
  const viewer = page.getByRole('dialog')
  const widthOf = async (alt: string) => (await viewer.getByRole('img', { name: alt }).boundingBox())?.width ?? 0
  await expect(viewer.getByRole('img', { name: 'Picture 1' })).toBeVisible()
  const before = await widthOf('Picture 1')
  if (!shopper.hasTouch) {
    await viewer.getByRole('img', { name: 'Picture 1' }).click()
    await expect.poll(() => widthOf('Picture 1')).toBeGreaterThan(before * 1.5)
    return
  }
  await moveFingers(page, [{ from: [320, 420], to: [40, 420] }])
  await expect(viewer.getByText('2 / 2')).toBeVisible()
  await moveFingers(page, [
    { from: [180, 400], to: [90, 300] },
    { from: [210, 440], to: [300, 540] },
  ])
  await expect.poll(() => widthOf('Picture 2')).toBeGreaterThan(before * 1.5)
})

test('what delivery costs and when it comes is said before anything is in the cart, and nothing moves while the page loads', async ({
  shopper,
  newGoods,
}) => {
  const { page, t } = shopper
  const [cheap, dear] = [await newGoods(2, 28_000n), await newGoods(2, 50_000n)]
  await countShiftsFromStart(page)
  await shopper.open(`/products/${cheap.slug}`)
  const main = page.getByRole('main')
  const cost = t('product.deliveryCost', { price: wonText(3_000n, 'en'), from: wonText(50_000n, 'en') })
  await expect(main).toContainText(cost)
  await expect(main).toContainText(/arrives \w{3},? \d+ \w+ – \w{3},? \d+ \w+/)
  await page.waitForLoadState('networkidle')
  expect(await shiftsOf(page)).toBeLessThan(0.05)
  await shopper.open(`/products/${dear.slug}`)
  await expect(main).toContainText(t('product.deliveryFree'))
})

test('on a phone the buy bar is there exactly while the button is not, and puts the same thing in; elsewhere never', async ({
  shopper,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(4)
  await shopper.open(`/products/${goods.slug}`)
  const bar = page.getByRole('region', { name: t('product.buyBar') })
  const button = page.getByRole('button', { name: t('product.add') })
  await button.scrollIntoViewIfNeeded()
  await expect(bar).toHaveCount(0)
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  await expect(button).not.toBeInViewport()
  if (!shopper.hasTouch) return expect(bar).toBeHidden()
  await expect(bar).toBeVisible()
  await press(bar.getByRole('button', { name: t('product.buy') }))
  await expect(page.getByRole('dialog')).toContainText(t('product.added', { name: goods.name.en, count: 1 }))
})
