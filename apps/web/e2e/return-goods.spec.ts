import { newId } from '@makegood/core/ids'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Db } from './fixtures/goods.ts'
import { payUntilPacked } from './fixtures/pay-until-packed.ts'
import { chargesOf, moveParcel } from './fixtures/sandbox.ts'
import { placeByApi, type ShopApi, seenByApi, shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

const parcelOf = async (db: Db, orderId: string, kind: 'DELIVERY' | 'PICK_UP' = 'DELIVERY'): Promise<string> => {
  await expect.poll(() => db.shipment.count({ where: { orderId, kind } })).toBe(1)
  return (await db.shipment.findFirstOrThrow({ where: { orderId, kind } })).shipmentRef
}

const prepare = async (api: ShopApi, goods: { variantId: string }, quantity: number): Promise<string> => {
  const orderId = await placeByApi(api, { ...goods, quantity })
  await payUntilPacked(api, orderId)
  return orderId
}

test('a parcel arrives before the shopper’s eyes, one of two comes back, its money goes back, and the rest is accepted', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press, api } = shopper
  const goods = await newGoods(5)
  const orderId = await prepare(api, goods, 2)
  await shopper.open(`/orders/${orderId}`)
  await shopper.seeHeadline('PREPARING')
  const parcel = await parcelOf(db, orderId)
  await moveParcel(parcel, 'handed-over')
  await shopper.seeHeadline('SHIPPING')
  await moveParcel(parcel, 'in-transit', 'delivered')
  await shopper.seeHeadline('DELIVERED')

  await press(page.getByRole('button', { name: t('order.giveBack.open') }))
  await press(page.getByRole('button', { name: t('order.giveBack.moreOf', { name: goods.name.en }) }))
  await page.getByLabel(t('order.giveBack.reason')).selectOption('arrived-broken')
  await page.getByLabel(t('order.giveBack.note')).fill('In two pieces.')
  await press(page.getByRole('button', { name: t('order.giveBack.send') }))
  const returns = page.getByRole('region', { name: t('order.returns.title') })
  await expect(returns).toContainText(t('order.returns.statuses.REQUESTED'))
  await expect(page.getByRole('button', { name: t('order.confirm.do') })).toBeHidden()

  const operator = await newVisitor()
  await signInByApi(operator, demoLogin('operations'))
  const by = shopApi(operator)
  const decide = by.admin.return
  const { id: returnId } = await db.returnRequest.findFirstOrThrow({ where: { orderId } })
  const { seenVersion } = await seenByApi(by, orderId)
  const approvalId = newId('approval', new Date())
  await decide.accept.mutate({ returnId, approvalId, seenVersion, withoutGoods: false })
  await expect(returns).toContainText(t('order.returns.statuses.ACCEPTED'))
  await moveParcel(await parcelOf(db, orderId, 'PICK_UP'), 'handed-over')
  await expect(returns).toContainText(t('order.returns.statuses.PICKED_UP'))
  const lines = [{ variantId: goods.variantId, restocked: 0, writtenOff: 1 }]
  await decide.receive.mutate({ returnId, approvalId: newId('approval', new Date()), lines })
  await expect(returns).toContainText(t('order.returns.statuses.REFUNDED'))
  await expect(page.getByRole('region', { name: t('order.money.title') })).toContainText(
    t('order.money.sources.return'),
  )
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })

  await press(page.getByRole('button', { name: t('order.confirm.do') }))
  await shopper.seeHeadline('COMPLETED')
})

test('a return that the shop cannot accept says why, and the purchase can be confirmed', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press, api } = shopper
  const goods = await newGoods(5)
  const orderId = await prepare(api, goods, 1)
  await moveParcel(await parcelOf(db, orderId), 'handed-over', 'in-transit', 'delivered')
  await shopper.open(`/orders/${orderId}`)
  await shopper.seeHeadline('DELIVERED')
  await press(page.getByRole('button', { name: t('order.giveBack.open') }))
  const send = page.getByRole('button', { name: t('order.giveBack.send') })
  await press(send)
  await expect(page.getByText(t('order.giveBack.choose'))).toBeVisible()
  await expect(page.getByText(t('order.giveBack.chooseReason'))).toBeVisible()
  await press(page.getByRole('button', { name: t('order.giveBack.moreOf', { name: goods.name.en }) }))
  await expect(page.getByText(t('order.giveBack.choose'))).toBeHidden()
  await expect(page.getByText(t('order.giveBack.worth', { amount: wonText(goods.priceMinor, 'en') }))).toBeVisible()
  await press(send)
  expect(await db.returnRequest.count({ where: { orderId } }), 'a reason that nobody chose is not asked with').toBe(0)
  await page.getByLabel(t('order.giveBack.reason')).selectOption('changed-mind')
  await press(send)
  const returns = page.getByRole('region', { name: t('order.returns.title') })
  await expect(returns).toContainText(t('order.returns.statuses.REQUESTED'))

  const operator = await newVisitor()
  await signInByApi(operator, demoLogin('operations'))
  const { id: returnId } = await db.returnRequest.findFirstOrThrow({ where: { orderId } })
  const reason = 'It was used for a year.'
  await shopApi(operator).admin.return.reject.mutate({ returnId, reason })
  await expect(returns).toContainText(t('order.returns.says', { reason }))
  await press(page.getByRole('button', { name: t('order.confirm.do') }))
  await shopper.seeHeadline('COMPLETED')
})
