import { newId } from '@makegood/core/ids'
import { moveParcel } from './fixtures/sandbox.ts'
import { parcel, payByApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'
import { withDelivery } from './fixtures/with-delivery.ts'

test('of an order with two lines one goes back: only it is chosen, asked for and named, and the other stays', async ({
  shopper,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press, api, language } = shopper
  const [one, two] = [await newGoods(5), await newGoods(5)]
  await api.store.cart.addLine.mutate({ locale: language, variantId: one.variantId, quantity: 2 })
  const cart = await api.store.cart.addLine.mutate({ locale: language, variantId: two.variantId, quantity: 1 })
  const orderId = newId('order', new Date())
  const { email, ...address } = parcel
  const expectedTotalMinor = withDelivery(BigInt(cart.total.amountMinor)).toString()
  await api.store.order.place.mutate({ orderId, expectedTotalMinor, email, address, locale: language })
  await expect.poll(() => statusByApi(api, orderId)).toBe('STOCK_RESERVED')
  await payByApi(api, orderId)
  await expect.poll(() => statusByApi(api, orderId)).toBe('PREPARING')
  await expect.poll(() => db.shipment.count({ where: { orderId } })).toBe(1)
  const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId } })
  await moveParcel(shipmentRef, 'handed-over', 'in-transit', 'delivered')

  await shopper.open(`/orders/${orderId}`)
  await shopper.seeHeadline('DELIVERED')
  await press(page.getByRole('button', { name: t('order.giveBack.open') }))
  const send = page.getByRole('button', { name: t('order.giveBack.send') })
  await press(send)
  await expect(page.getByText(t('order.giveBack.choose'))).toBeVisible()
  await press(page.getByRole('button', { name: t('order.giveBack.moreOf', { name: one.name[language] }) }))
  await page.getByLabel(t('order.giveBack.reason')).selectOption('arrived-broken')
  await page.getByLabel(t('order.giveBack.note')).fill('<img src=x onerror=alert(1)> 🏺 ひびが入っています')
  await press(send)

  const returns = page.getByRole('region', { name: t('order.returns.title') })
  await expect(returns).toContainText(t('order.returns.statuses.REQUESTED'))
  await expect(returns).toContainText(one.name[language])
  await expect(returns).not.toContainText(two.name[language])
  const request = await db.returnRequest.findFirstOrThrow({ where: { orderId }, include: { lines: true } })
  expect(request).toMatchObject({ whole: false, reason: 'arrived-broken' })
  expect(request.lines.map(line => [line.variantId, line.quantity])).toEqual([[one.variantId, 1]])
  await page.reload()
  await expect(returns).toContainText(t('order.returns.of', { count: 1 }))
})
