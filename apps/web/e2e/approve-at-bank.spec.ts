import { cards, chargesOf } from './fixtures/sandbox.ts'
import { placeByApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test('a card that needs approval leads to the bank and back, and the order goes on by itself', async ({
  shopper,
  newGoods,
}) => {
  const { page, t, press, api } = shopper
  const goods = await newGoods(3)
  const orderId = await placeByApi(api, goods)
  await shopper.open(`/orders/${orderId}`)
  await shopper.seeHeadline('STOCK_RESERVED')
  await shopper.payWith(cards.asksForApproval, goods.priceMinor)
  await shopper.seeHeadline('APPROVAL')
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 0 })

  await press(page.getByRole('link', { name: t('order.approval.go') }))
  await press(page.getByRole('button', { name: 'Approve', exact: true }))
  await page.waitForURL(new RegExp(`/en/orders/${orderId}$`))
  await shopper.seeHeadline('PREPARING')
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})

test('whoever refuses at the bank pays nothing, is told so, and can pay again', async ({ shopper, newGoods }) => {
  const { page, t, press, api } = shopper
  const goods = await newGoods(3)
  const orderId = await placeByApi(api, goods)
  await shopper.open(`/orders/${orderId}`)
  await shopper.payWith(cards.asksForApproval, goods.priceMinor)
  await shopper.seeHeadline('APPROVAL')
  await press(page.getByRole('link', { name: t('order.approval.go') }))
  await press(page.getByRole('button', { name: 'Refuse', exact: true }))

  await shopper.seeHeadline('STOCK_RESERVED')
  const told = page.getByRole('region', { name: t('pay.title') }).getByRole('alert')
  await expect(told).toContainText(t('order.declined.authentication-failed.title'))
  expect(await statusByApi(api, orderId)).toBe('STOCK_RESERVED')
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 0 })
  await shopper.payWith(cards.pays, goods.priceMinor)
  await shopper.seeHeadline('PREPARING')
})
