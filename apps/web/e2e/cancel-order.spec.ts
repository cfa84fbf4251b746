import { newId } from '@makegood/core/ids'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { stockOf } from './fixtures/goods.ts'
import { chargesOf } from './fixtures/sandbox.ts'
import { payByApi, placeByApi, seenByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'
import { withDelivery } from './fixtures/with-delivery.ts'
import { wonText } from './fixtures/words.ts'

/** From this much on the shop's policy holds an order for an operator. */
const heldMinor = 3_000_000n

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a paid order that its shopper cancels is told beforehand what goes back, and the money goes back', async ({
      shopper,
      newGoods,
      db,
    }) => {
      const { page, t, press, api } = shopper
      const goods = await newGoods(2, heldMinor)
      const orderId = await placeByApi(api, goods)
      await expect.poll(() => statusByApi(api, orderId)).toBe('STOCK_RESERVED')
      await payByApi(api, orderId)
      await shopper.open(`/orders/${orderId}`)
      await shopper.seeHeadline('PAID')

      await press(page.getByRole('button', { name: t('order.cancel.open') }))
      const amount = wonText(heldMinor, language)
      await expect(page.getByText(t('order.cancel.toCard', { amount }))).toBeVisible()
      await press(page.getByRole('button', { name: t('order.cancel.yes'), exact: true }))
      await shopper.seeHeadline('CANCELLED_REFUNDED')
      await expect(page.getByText(t('order.headlines.CANCELLED_REFUNDED.text'))).toBeVisible()

      const money = page.getByRole('region', { name: t('order.money.title') })
      await expect(money).toContainText(t('order.money.toCard'))
      await expect(money).toContainText(amount)
      await expect(page.getByText(t('order.cancelled.shopper'))).toBeVisible()
      await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: Number(heldMinor) })
      await expect.poll(() => stockOf(db, goods)).toEqual({ available: 2, reserved: 0, sold: 0 })
    })
  })
}

test('who changes their mind about cancelling keeps the order, and an unpaid one is cancelled for nothing', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press, api } = shopper
  const goods = await newGoods(2)
  const orderId = await placeByApi(api, goods)
  await shopper.open(`/orders/${orderId}`)
  await shopper.seeHeadline('STOCK_RESERVED')
  const open = page.getByRole('button', { name: t('order.cancel.open') })
  await press(open)
  await press(page.getByRole('button', { name: t('order.cancel.no') }))
  await expect(open).toBeFocused()
  expect(await db.cancellation.count({ where: { orderId } })).toBe(0)
  await press(open)
  await expect(page.getByText(t('order.cancel.free'))).toBeVisible()
  await press(page.getByRole('button', { name: t('order.cancel.yes'), exact: true }))
  await shopper.seeHeadline('CANCELLED')
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 0 })
})

test('in preparation the shop cancels with a word to the shopper, and gives everything back', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, api } = shopper
  const orderId = await placeByApi(api, await newGoods(2))
  await expect.poll(() => statusByApi(api, orderId)).toBe('STOCK_RESERVED')
  await payByApi(api, orderId)
  await shopper.open(`/orders/${orderId}`)
  await shopper.seeHeadline('PREPARING')
  await expect(page.getByRole('button', { name: t('order.cancel.open') })).toBeHidden()

  const operator = await newVisitor()
  await signInByApi(operator, demoLogin('support'))
  const note = 'The kiln broke. We are sorry.'
  const by = shopApi(operator)
  await by.admin.order.cancel.mutate({
    ...(await seenByApi(by, orderId)),
    cancellationId: newId('cancellation', new Date()),
    reason: 'kiln',
    note,
  })
  await shopper.seeHeadline('CANCELLED_REFUNDED')
  await expect(page.getByText(t('order.headlines.CANCELLED_REFUNDED.text'))).toBeVisible()
  await expect(page.getByText(t('order.note', { note }))).toBeVisible()
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: Number(withDelivery(28_000n)) })
})
