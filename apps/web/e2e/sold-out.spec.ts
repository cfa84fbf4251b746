import { stockOf } from './fixtures/goods.ts'
import { chargesOf } from './fixtures/sandbox.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test('when somebody else takes the last one, the order says which thing sold out and that no money left, and the cart is kept', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t } = shopper
  const last = await newGoods(1)
  const plenty = await newGoods(9)
  await shopper.open(`/products/${plenty.slug}`)
  await shopper.addToCart(plenty)
  await shopper.open(`/products/${last.slug}`)
  await shopper.addToCart(last)
  await shopper.goToCheckout()
  await shopper.fillParcel()

  const other = shopApi(await newVisitor())
  const otherOrderId = await placeByApi(other, last)
  await expect.poll(() => statusByApi(other, otherOrderId)).toBe('STOCK_RESERVED')

  const orderId = await shopper.placeOrder(last.priceMinor + plenty.priceMinor)
  await shopper.seeHeadline('SOLD_OUT')
  const main = page.getByRole('main')
  await expect(main).toContainText(t('order.short.none', { name: last.name.en, wanted: 1 }))
  await expect(main).not.toContainText(t('order.short.none', { name: plenty.name.en, wanted: 1 }))
  await expect(main).toContainText(/No money left your account/)
  await expect(page.getByRole('region', { name: t('pay.title') })).toBeHidden()
  expect(await chargesOf(orderId)).toMatchObject({ count: 0, failed: 0 })
  expect(await stockOf(db, plenty), 'nothing of a cancelled order stays put aside').toEqual({
    available: 9,
    reserved: 0,
    sold: 0,
  })

  await shopper.press(page.getByRole('link', { name: t('order.short.toCart') }))
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows.filter({ hasText: plenty.name.en })).toBeVisible()
  const gone = rows.filter({ hasText: last.name.en })
  await expect(gone).toContainText(t('cart.gone'))

  await shopper.press(gone.getByRole('button', { name: t('cart.removeOf', { name: last.name.en }) }))
  await shopper.press(page.getByRole('link', { name: t('cart.checkout') }))
  await shopper.placeOrder(plenty.priceMinor)
  await shopper.seeHeadline('STOCK_RESERVED')
})
