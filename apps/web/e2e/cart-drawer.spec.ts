import { expectNoViolations } from './fixtures/page-checks.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

test('adding keeps the page, counts at once, opens the drawer, and Escape gives the focus back', async ({
  shopper,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(9)
  await shopper.open(`/products/${goods.slug}`)
  const add = page.getByRole('button', { name: t('product.add') })
  await add.scrollIntoViewIfNeeded()
  // The api answers late, so that what shows at once cannot come from it.
  await page.route(/store\.cart\.addLine/, async route => {
    await new Promise(resolve => setTimeout(resolve, 1500))
    await route.continue()
  })
  const counted = page.evaluate(
    name =>
      new Promise<number>(resolve => {
        let pressedAt = 0
        document.addEventListener('click', () => (pressedAt = performance.now()), { capture: true, once: true })
        const look = () => {
          const link = document.querySelector(`header a[aria-label="${name}"]`)
          if (link && pressedAt > 0) resolve(performance.now() - pressedAt)
          else requestAnimationFrame(look)
        }
        look()
      }),
    t('nav.cartWithCount', { count: 1 }),
  )
  await press(add)
  expect(await counted, 'milliseconds from the press to the count').toBeLessThan(100)

  const drawer = page.getByRole('dialog', { name: t('cart.title') })
  await expect(drawer).toBeVisible()
  await expect(drawer).toContainText(t('product.added', { name: goods.name.en, count: 1 }))
  await expect(page).toHaveURL(new RegExp(goods.slug))
  await expectNoViolations(page, 'the drawer')
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press('Tab')
    const isBehind = await drawer.evaluate(
      element => document.activeElement !== document.body && !element.contains(document.activeElement),
    )
    expect(isBehind, 'the page behind is out of reach').toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  if (!shopper.hasTouch) await expect(add).toBeFocused()
})

test('from the header it opens without leaving; an empty one says so, and of a guest whom nobody knows nothing is asked', async ({
  shopper,
}) => {
  const { page, t, press } = shopper
  const asked: string[] = []
  page.on('request', request => {
    if (request.url().includes('store.cart.get')) asked.push(request.url())
  })
  await shopper.open('/products')
  const link = page.getByRole('link', { name: t('nav.cartWithCount', { count: 0 }) })
  await press(link)
  const drawer = page.getByRole('dialog', { name: t('cart.title') })
  await expect(drawer).toContainText(t('cart.empty'))
  await press(drawer.getByRole('button', { name: t('nav.closeCart') }))
  await expect(drawer).toHaveCount(0)
  await expect(page).toHaveURL(/\/products$/)
  expect(asked).toEqual([])
})

test('five quick presses end at the right number, the stock is the end, and what is missing for free delivery is told', async ({
  shopper,
  newGoods,
}) => {
  const { page, t, api } = shopper
  const goods = await newGoods(7, 6_000n)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  const drawer = page.getByRole('dialog')
  const more = drawer.getByRole('button', { name: t('cart.moreOf', { name: goods.name.en }) })
  await expect(drawer).toContainText(t('cart.untilFree', { amount: wonText(44_000n, 'en') }))
  await more.evaluate((button: HTMLButtonElement) => {
    for (let presses = 0; presses < 5; presses += 1) button.click()
  })
  const quantity = (count: number) =>
    drawer.getByRole('status', { name: `${t('cart.quantityOf', { name: goods.name.en })} ${count}` })
  await expect(quantity(6)).toBeVisible()
  await expect.poll(async () => (await api.store.cart.get.query({ locale: 'en' })).count).toBe(6)
  await expect(drawer).toContainText(t('cart.untilFree', { amount: wonText(14_000n, 'en') }))
  await shopper.press(more)
  await expect(quantity(7)).toBeVisible()
  await expect(more).toBeDisabled()
  await expect(drawer).toContainText(t('cart.noMore', { count: 7 }))
})

test('what is taken out can be put back, in the drawer and on the page, and stays through a reload and another language', async ({
  shopper,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(5)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  const remove = (within: ReturnType<typeof page.getByRole>) =>
    within.getByRole('button', { name: t('cart.removeOf', { name: goods.name.en }) })
  const drawer = page.getByRole('dialog')
  await press(remove(drawer))
  const undo = drawer.getByRole('button', { name: t('cart.undo') })
  await expect(undo).toBeFocused()
  await press(undo)
  await expect(remove(drawer)).toBeVisible()

  await press(drawer.getByRole('link', { name: t('product.toCart') }))
  const main = page.getByRole('main')
  await press(remove(main))
  await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 0 }) })).toBeVisible()
  const written = page.waitForResponse(answer => answer.url().includes('cart.addLine') && answer.ok())
  await press(main.getByRole('button', { name: t('cart.undo') }))
  await expect(page.getByRole('link', { name: t('nav.cartWithCount', { count: 1 }) })).toBeVisible()
  await written
  await page.reload()
  await expect(remove(main)).toBeVisible()
  await page.goto(page.url().replace('/en/', '/'))
  await expect(main).toContainText(goods.name.ko)
})

test.describe('when a change does not arrive', () => {
  test.use({ expectedComplaints: [/net::ERR|Failed to load resource/] })

  test('the number goes back to what it was and the row says why', async ({ shopper, newGoods }) => {
    const { page, t, press, api } = shopper
    const goods = await newGoods(5)
    await api.store.cart.addLine.mutate({ locale: 'en', variantId: goods.variantId, quantity: 2 })
    await shopper.open('/cart')
    const main = page.getByRole('main')
    const quantity = (count: number) =>
      main.getByRole('status', { name: `${t('cart.quantityOf', { name: goods.name.en })} ${count}` })
    await expect(quantity(2)).toBeVisible()
    await page.route(/store\.cart\.changeLine/, route => route.abort('connectionreset'))
    await press(main.getByRole('button', { name: t('cart.moreOf', { name: goods.name.en }) }))
    const row = main.getByRole('listitem').filter({ hasText: goods.name.en })
    await expect(row).toContainText(`${t('cart.changeFailed')} ${t('errors.offline')}`)
    await expect(quantity(2)).toBeVisible()
    await page.unroute(/store\.cart\.changeLine/)
    await press(main.getByRole('button', { name: t('cart.moreOf', { name: goods.name.en }) }))
    await expect(quantity(3)).toBeVisible()
    await expect(row).not.toContainText(t('cart.changeFailed'))
  })
})

test('a second tab sees what the first one puts in', async ({ shopper, newGoods }) => {
  const { page, t } = shopper
  const goods = await newGoods(5)
  const second = await page.context().newPage()
  await second.goto('/en/products')
  await expect(second.getByRole('link', { name: t('nav.cartWithCount', { count: 0 }) })).toBeVisible()
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await expect(second.getByRole('link', { name: t('nav.cartWithCount', { count: 1 }) })).toBeVisible()
})
