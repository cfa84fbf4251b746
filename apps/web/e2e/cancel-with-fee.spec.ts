import { whileCarrierTakesNoParcels } from './fixtures/carrier-switch.ts'
import { chargesOf } from './fixtures/sandbox.ts'
import { payByApi, placeByApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

// In one language only: the carrier is the same for all tests, and two of these at once would undo each other's switch.
const language = 'ko'
test.use({ language })

test('a confirmed order is cancelled for the fee that was told beforehand, and the rest goes back', async ({
  shopper,
  newGoods,
  db,
}) => {
  test.slow()
  const { page, t, press, api } = shopper
  const goods = await newGoods(2, 100_000n)
  const { orderId, fee, back } = await whileCarrierTakesNoParcels(async () => {
    const orderId = await placeByApi(api, goods)
    await expect.poll(() => statusByApi(api, orderId)).toBe('STOCK_RESERVED')
    await payByApi(api, orderId)
    await shopper.open(`/orders/${orderId}`)
    await shopper.seeHeadline('CONFIRMED')
    const terms = await api.store.order.getCancelTerms.query({ orderId })
    const [fee, back] = [BigInt(terms.fee.amountMinor), BigInt(terms.toCard.amountMinor)]
    expect(fee).toBeGreaterThan(0n)

    await press(page.getByRole('button', { name: t('order.cancel.open') }))
    await expect(page.getByText(t('order.cancel.fee', { amount: wonText(fee, language) }))).toBeVisible()
    await expect(page.getByText(t('order.cancel.toCard', { amount: wonText(back, language) }))).toBeVisible()
    await press(page.getByRole('button', { name: t('order.cancel.yes'), exact: true }))
    await shopper.seeHeadline('CANCELLING')
    return { orderId, fee, back }
  })
  // The carrier is asked whether it has a parcel of it; once it answers, the rest is done.
  await shopper.seeHeadline('CANCELLED_REFUNDED')
  const money = page.getByRole('region', { name: t('order.money.title') })
  await expect(money).toContainText(wonText(back, language))
  await expect(money).toContainText(t('order.money.fee'))
  await expect(money).toContainText(wonText(fee, language))
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: Number(back) })
  expect(await db.order.count({ where: { id: orderId, status: 'CANCELLED' } })).toBe(1)
})
