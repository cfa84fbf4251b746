import { stockOf } from './fixtures/goods.ts'
import { expectNoReload, markWindow } from './fixtures/reload-marker.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { placeByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test('a gateway that charges and never answers has charged once, and the order goes on', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, api } = shopper
  const goods = await newGoods(2)
  const orderId = await placeByApi(api, goods)
  await shopper.open(`/orders/${orderId}`)
  await shopper.seeHeadline('STOCK_RESERVED')
  await markWindow(page)

  await shopper.payWith(cards.chargesAndKeepsSilent, goods.priceMinor)
  await shopper.seeHeadline('PAYMENT_PROCESSING')
  await expect.poll(async () => (await chargesOf(orderId)).count, 'the money is taken').toBe(1)
  await shopper.seeHeadline('PAYMENT_PROCESSING')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('order.headlines.PREPARING.title'), {
    timeout: 30_000,
  })

  await expectNoReload(page)
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, failed: 0, amountRefunded: 0 })
  const payments = await db.payment.findMany({ where: { orderId } })
  expect(payments.map(({ status }) => status)).toEqual(['SUCCEEDED'])
  await expect.poll(() => stockOf(db, goods)).toEqual({ available: 1, reserved: 0, sold: 1 })
})
