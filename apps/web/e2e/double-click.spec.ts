import type { Page } from '@playwright/test'
import { newPerson } from './fixtures/accounts.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { statusByApi } from './fixtures/shop-api.ts'
import { orderIdOf } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const placeCall = '**/trpc/store.order.place**'

/** The shop takes the order on, and its answer never comes. */
const loseAnswerToPlace = (page: Page): Promise<unknown> =>
  page.route(placeCall, async route => {
    await route.fetch()
    await route.abort('connectionreset')
  })

test('two quick presses place one order and take its money once', async ({ shopper, newGoods, db }) => {
  const goods = await newGoods(5)
  const { email } = newPerson()
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel(email)
  await shopper.fillCard(cards.pays)
  await shopper.buyButton(goods.priceMinor).dblclick()
  await shopper.seeHeadline('PREPARING')
  const orders = await db.order.findMany({ where: { email } })
  const orderId = orderIdOf(shopper.page)
  expect(orders.map(({ id }) => id)).toEqual([orderId])
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})

test.describe('with a bad connection', () => {
  test.use({ expectedComplaints: [/net::ERR_|409 \(Conflict\)/] })

  test('pressing again after an answer was lost leads to the same order', async ({ shopper, newGoods, db }) => {
    const { page, t } = shopper
    const goods = await newGoods(5)
    const { email } = newPerson()
    await shopper.open(`/products/${goods.slug}`)
    await shopper.addToCart(goods)
    await shopper.goToCheckout()
    await shopper.fillParcel(email)
    await loseAnswerToPlace(page)
    await shopper.fillCard(cards.pays)
    await shopper.press(shopper.buyButton(goods.priceMinor))
    await expect(page.getByRole('main').getByRole('alert')).toContainText(t('checkout.lost.title'))
    await page.unroute(placeCall)
    const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
    await shopper.seeHeadline('PREPARING')
    const orders = await db.order.findMany({ where: { email } })
    expect(orders.map(({ id }) => id)).toEqual([orderId])
  })

  test('what is changed after an answer was lost is not dropped: the order that stands is named, and can be given up for a new one', async ({
    shopper,
    newGoods,
    db,
  }) => {
    const { page, t, press } = shopper
    const goods = await newGoods(1)
    const { email } = newPerson()
    await shopper.open(`/products/${goods.slug}`)
    await shopper.addToCart(goods)
    await shopper.goToCheckout()
    await shopper.fillParcel(email)
    await loseAnswerToPlace(page)
    await shopper.fillCard(cards.pays)
    await press(shopper.buyButton(goods.priceMinor))
    const told = page.getByRole('main').getByRole('alert').first()
    await expect(told).toContainText(t('checkout.lost.title'))
    await page.unroute(placeCall)
    const first = await db.order.findFirstOrThrow({ where: { email } })
    await expect.poll(() => statusByApi(shopper.api, first.id)).toBe('STOCK_RESERVED')

    await page.getByLabel(t('checkout.fields.recipient'), { exact: true }).fill('이두리')
    await press(shopper.buyButton(goods.priceMinor))
    await expect(told).toContainText(t('checkout.taken.title', { number: String(first.number) }))
    await expect(told.getByRole('link', { name: t('checkout.toEarlierOrder') })).toHaveAttribute(
      'href',
      new RegExp(`/orders/${first.id}$`),
    )
    await press(told.getByRole('button', { name: t('checkout.anotherOrder') }))
    await expect(told).toContainText(t('checkout.givenUp.title', { number: String(first.number) }))
    expect(await statusByApi(shopper.api, first.id)).toBe('CANCELLED')

    const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
    expect(orderId).not.toBe(first.id)
    await shopper.seeHeadline('PREPARING')
    await expect(page.getByText('이두리')).toBeVisible()
    await expect.poll(() => chargesOf(first.id)).toMatchObject({ count: 0 })
    await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  })

  test('a line that is off at the press is told as the shopper’s own, nothing is sent, and the next press buys', async ({
    shopper,
    newGoods,
    db,
  }) => {
    const { page, t, press } = shopper
    const goods = await newGoods(5)
    const { email } = newPerson()
    await shopper.open(`/products/${goods.slug}`)
    await shopper.addToCart(goods)
    await shopper.goToCheckout()
    await shopper.fillParcel(email)
    await shopper.fillCard(cards.pays)
    await page.context().setOffline(true)
    await press(shopper.buyButton(goods.priceMinor))
    await expect(page.getByRole('main').getByRole('alert').first()).toContainText(t('pay.offline'))
    await page.context().setOffline(false)
    expect(await db.order.count({ where: { email } })).toBe(0)
    await shopper.buyWith(cards.pays, goods.priceMinor)
    await shopper.seeHeadline('PREPARING')
  })
})
