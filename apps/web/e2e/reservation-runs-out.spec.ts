import { stockOf } from './fixtures/goods.ts'
import { cards } from './fixtures/sandbox.ts'
import { expect, test } from './fixtures/test.ts'

/** A limit is enforced by a run that sleeps until it, and what was moved is caught by a job each minute. */
const oneMinuteAndSome = 90_000

test('when the time runs out at the payment page it is said plainly, and one press puts the goods back into the cart', async ({
  shopper,
  newGoods,
  db,
}) => {
  test.setTimeout(oneMinuteAndSome + 60_000)
  const { page, t, press } = shopper
  const goods = await newGoods(3)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  const orderId = await shopper.buyWith(cards.declined, goods.priceMinor)
  await shopper.seeHeadline('STOCK_RESERVED')
  await expect(page.getByRole('timer')).toContainText(/(29|30):\d\d/)

  await db.orderLimit.update({
    where: { orderId_kind: { orderId, kind: 'reservation' } },
    data: { dueAt: new Date(Date.now() - 1_000) },
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cancelled/i, { timeout: oneMinuteAndSome })
  await expect(page.getByRole('region', { name: t('pay.title') })).toBeHidden()
  await expect.poll(() => stockOf(db, goods)).toEqual({ available: 3, reserved: 0, sold: 0 })

  await press(page.getByRole('button', { name: t('pay.again.do') }))
  await expect(page.getByRole('heading', { level: 1, name: t('cart.title') })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(goods.name.en)
  await press(page.getByRole('link', { name: t('cart.checkout') }))
  await expect(page.getByLabel(t('checkout.fields.recipient'), { exact: true })).not.toHaveValue('')
  await shopper.buyWith(cards.pays, goods.priceMinor)
  await shopper.seeHeadline('PREPARING')
})
