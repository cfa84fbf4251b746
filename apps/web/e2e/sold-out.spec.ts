import { stockOf } from './fixtures/goods.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { parcel, placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
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

  await shopper.fillCard(cards.pays)
  await shopper.press(shopper.buyButton(last.priceMinor + plenty.priceMinor))
  const main = page.getByRole('main').getByRole('alert').first()
  await expect(main).toContainText(t('checkout.soldOut'))
  await expect(main).toContainText(t('order.short.none', { name: last.name.en, wanted: 1 }))
  await expect(main).not.toContainText(t('order.short.none', { name: plenty.name.en, wanted: 1 }))
  await expect(main).toContainText(/no money has left your account/)
  const summary = page.getByRole('region', { name: t('checkout.summary') })
  await expect(summary.getByRole('listitem').filter({ hasText: last.name.en })).toContainText(
    t('checkout.problems.gone'),
  )
  await expect(
    page.locator('form#checkout').getByRole('link', { name: t('checkout.changeCart') }),
    'it is said once',
  ).toHaveCount(1)
  await expect(page.getByLabel(t('checkout.fields.recipient'), { exact: true }), 'the form stays').toHaveValue(
    parcel.recipient,
  )
  const { orderId } = await db.orderLine.findFirstOrThrow({ where: { variantId: plenty.variantId } })
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 0, failed: 0 })
  await expect
    .poll(() => stockOf(db, plenty), 'nothing of a cancelled order stays put aside')
    .toEqual({
      available: 9,
      reserved: 0,
      sold: 0,
    })

  await shopper.press(main.getByRole('link', { name: t('checkout.changeCart') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('cart.title'))
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows.filter({ hasText: plenty.name.en })).toBeVisible()
  const gone = rows.filter({ hasText: last.name.en })
  await expect(gone).toContainText(t('cart.gone'))

  await shopper.press(gone.getByRole('button', { name: t('cart.removeOf', { name: last.name.en }) }))
  await shopper.press(page.getByRole('link', { name: t('cart.checkout') }))
  await shopper.buyWith(cards.pays, plenty.priceMinor)
  await shopper.seeHeadline('PREPARING')
})
