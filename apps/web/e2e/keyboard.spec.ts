import type { Locator, Page } from '@playwright/test'
import { cards } from './fixtures/sandbox.ts'
import { parcel } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

/** More stops than any page of the shop has before the thing one wants. */
const stopsMax = 90

const isFocused = (target: Locator) => target.evaluate(element => element === document.activeElement)

/** Goes on with the Tab key until this has the focus. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < stopsMax; stops += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${stopsMax} presses of Tab do not lead to ${target}`)
}

/** A press of a key that acts on what has the focus, which must be seen to have it. */
const pressOn = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target)
  const outline = await target.evaluate(element => getComputedStyle(element).outlineStyle)
  expect(outline, `the focus on ${target} can be seen`).not.toBe('none')
  await page.keyboard.press(key)
}

const typeInto = async (page: Page, target: Locator, text: string): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

test('a purchase is made with the keyboard alone, from the home page until it is packed', async ({
  shopper,
  newGoods,
}) => {
  const { page, t } = shopper
  const goods = await newGoods(3)
  await shopper.open('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: t('nav.skip') })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await pressOn(page, page.getByRole('link', { name: t('home.look') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.title'))
  await pressOn(page, page.getByRole('link', { name: goods.name.en }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(goods.name.en)
  await pressOn(page, page.getByRole('button', { name: t('product.add') }), 'Space')
  await pressOn(page, page.getByRole('link', { name: t('product.toCart') }))
  await pressOn(page, page.getByRole('link', { name: t('cart.checkout') }))
  for (const name of ['email', 'recipient', 'phone', 'postcode', 'address1'] as const)
    await typeInto(page, page.getByLabel(t(`checkout.fields.${name}`), { exact: true }), parcel[name])
  const field = (name: 'number' | 'exp' | 'cvc') => page.getByLabel(t(`pay.fields.${name}`), { exact: true })
  await typeInto(page, field('number'), cards.pays.replaceAll(' ', ''))
  await typeInto(page, field('exp'), '1240')
  await typeInto(page, field('cvc'), '123')
  await pressOn(page, shopper.buyButton(goods.priceMinor))
  await shopper.seeHeadline('PREPARING')
})

test('a field of the checkout that is unfolded has the focus at once, so that what is typed next goes nowhere else', async ({
  shopper,
  newGoods,
}) => {
  const { page, t } = shopper
  const goods = await newGoods(1)
  await shopper.api.store.cart.addLine.mutate({ locale: 'en', variantId: goods.variantId, quantity: 1 })
  await shopper.open('/checkout')
  const focused = await page.getByRole('button', { name: t('checkout.moreAddress') }).evaluate(async button => {
    // A machine that is busy draws its next frame late.
    window.requestAnimationFrame = () => 0
    if (button instanceof HTMLElement) button.click()
    await new Promise<void>(queueMicrotask)
    return document.activeElement?.getAttribute('name')
  })
  expect(focused).toBe('address2')
})
