import { openLine } from './fixtures/breakable-line.ts'
import { expectNoReload, markWindow } from './fixtures/reload-marker.ts'
import { cards } from './fixtures/sandbox.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ expectedComplaints: [/net::ERR_/] })

test('a lost connection is told, the order goes on, and its final state comes by itself once the connection is back', async ({
  newShopper,
  newVisitor,
  newGoods,
}) => {
  const line = await openLine()
  try {
    const goods = await newGoods(2)
    const visitor = await newVisitor()
    const api = shopApi(visitor)
    const orderId = await placeByApi(api, goods)
    const shopper = await newShopper({ proxy: { server: line.address }, storageState: await visitor.storageState() })
    const { page, t } = shopper
    await shopper.open(`/orders/${orderId}`)
    await shopper.seeHeadline('STOCK_RESERVED')
    await markWindow(page)
    await shopper.payWith(cards.paysAfterThreeSeconds, goods.priceMinor)
    await shopper.seeHeadline('PAYMENT_PROCESSING')

    line.cut()
    await expect(page.getByText(t('order.connection.lost'))).toBeVisible()
    await expect.poll(() => statusByApi(api, orderId), 'the order goes on by itself').toBe('PREPARING')
    await shopper.seeHeadline('PAYMENT_PROCESSING')

    line.mend()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('order.headlines.PREPARING.title'), {
      timeout: 20_000,
    })
    await expect(page.getByText(t('order.connection.lost'))).toBeHidden()
    await expectNoReload(page)
  } finally {
    await line.close()
  }
})
