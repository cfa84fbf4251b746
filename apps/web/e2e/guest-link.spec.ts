import { newPerson } from './fixtures/accounts.ts'
import { linkInMailTo } from './fixtures/mails.ts'
import { payByApi, placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

const heldMinor = 3_000_000n

test('the link of a mail opens that order elsewhere and no other, hides who it is for, and shows its receipt', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press } = shopper
  const guest = shopApi(await newVisitor())
  const { email } = newPerson()
  const first = await placeByApi(guest, { ...(await newGoods(3)), email })
  await expect.poll(() => statusByApi(guest, first)).toBe('STOCK_RESERVED')
  await payByApi(guest, first)
  const link = await linkInMailTo(email, /http\S+\/en\/orders\/ord_\w+\?link=\S+/)

  await page.goto(link)
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/en/orders/${first}`)
  const { number } = await db.order.findUniqueOrThrow({ where: { id: first } })
  const numberLine = page.getByText(t('order.number', { number: String(number) }))
  await expect(numberLine).toBeVisible()
  const summary = page.getByRole('region', { name: t('order.summary') })
  await expect(summary).toContainText(t('order.contactHidden'))
  const shown = await page.content()
  for (const secret of [email, '010-2345-6789', '박서하', '3층 302호']) expect(shown).not.toContain(secret)
  expect(await page.evaluate(() => document.cookie)).not.toContain('mg_orders')

  const [, token = ''] = link.split('?link=')
  const held = await placeByApi(guest, { ...(await newGoods(3, heldMinor)), email })
  expect((await page.goto(`/en/orders/${held}`))?.status()).toBe(404)
  await page.goto(`/en/orders/${held}?link=${token}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('findOrder.title'))
  await expect(page.getByText(t('findOrder.oldLink'))).toBeVisible()

  await page.goto(`/en/orders/${first}`)
  await expect(numberLine).toBeVisible()
  await press(page.getByRole('link', { name: t('receipt.open') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('receipt.title'))
  await expect(page.getByText(t('receipt.paid.card'))).toBeVisible()
})

test('who came by a link sees the order change by itself and can cancel it, and the money goes back', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press } = shopper
  const visitor = await newVisitor()
  const guest = shopApi(visitor)
  const { email } = newPerson()
  const goods = await newGoods(3, heldMinor)
  const orderId = await placeByApi(guest, { ...goods, email })
  await expect.poll(() => statusByApi(guest, orderId)).toBe('STOCK_RESERVED')
  const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await guest.store.order.find.mutate({ number: String(number), contact: email, locale: 'en' })
  await page.goto(await linkInMailTo(email, /http\S+\?link=\S+/))
  await shopper.seeHeadline('STOCK_RESERVED')
  await payByApi(guest, orderId)
  await shopper.seeHeadline('PAID')
  await press(page.getByRole('button', { name: t('order.cancel.open') }))
  await expect(page.getByText(t('order.cancel.toCard', { amount: wonText(heldMinor, 'en') }))).toBeVisible()
  await press(page.getByRole('button', { name: t('order.cancel.yes'), exact: true }))
  await shopper.seeHeadline('CANCELLED_REFUNDED')
})

test.use({ expectedComplaints: [/status of 404/] })
