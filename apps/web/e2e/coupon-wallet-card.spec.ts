import { becomeMember, claimCoupon, endCampaigns } from './fixtures/members.ts'
import { cards, chargesOf } from './fixtures/sandbox.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

const balanceOf = async (db: import('./fixtures/goods.ts').Db, userId: string) =>
  (await db.wallet.findFirstOrThrow({ where: { userId } })).balanceMinor

test.afterAll(async ({ db }) => {
  await endCampaigns(db)
})

test('the best coupon is chosen by itself, wallet and card pay the rest, and a declined card changes neither', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(5, 40_000n)
  const { userId } = await becomeMember(shopper, db, 10_000n)
  const small = await claimCoupon(shopper, db, { kind: 'FIXED', percent: null, amountMinor: 1_000n })
  const best = await claimCoupon(shopper, db, { percent: 20 })
  const dear = await claimCoupon(shopper, db, { minimumMinor: 90_000n })
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()

  await expect(page.getByRole('radio', { name: best })).toBeChecked()
  await expect(page.getByRole('radio', { name: dear })).toBeDisabled()
  const pay = (amount: bigint) =>
    page.getByRole('button', { name: t('checkout.pay', { total: wonText(amount, 'en') }) })
  await expect(pay(35_000n), '40,000 less 20 percent, with the delivery').toBeVisible()
  await press(page.getByRole('radio', { name: small }))
  await expect(pay(42_000n)).toBeVisible()
  await press(page.getByRole('radio', { name: best }))

  await page.getByLabel(t('pay.wallet.use'), { exact: true }).fill('999999')
  await page.getByLabel(t('pay.wallet.use'), { exact: true }).blur()
  await expect(page.getByLabel(t('pay.wallet.use'), { exact: true })).toHaveValue('10000')
  await page.getByLabel(t('pay.wallet.use'), { exact: true }).fill('4000')
  await shopper.fillCard(cards.declined)
  await press(pay(35_000n))
  await page.waitForURL(/\/orders\/ord_\w+$/)
  const panel = page.getByRole('region', { name: t('pay.title') })
  await expect(panel.getByRole('alert')).toBeVisible()
  await expect.poll(() => balanceOf(db, userId)).toBe(10_000n)
  await expect(panel.getByLabel(t('pay.wallet.use'), { exact: true })).toHaveValue('4000')

  await press(panel.getByRole('button', { name: t('pay.wallet.all'), exact: true }))
  await shopper.fillCard(cards.paysToo)
  await press(panel.getByRole('button', { name: t('pay.pay', { total: wonText(35_000n, 'en') }) }))
  await shopper.seeHeadline('PREPARING')
  const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({
    goodsMinor: 40_000n,
    discountMinor: 8_000n,
    deliveryMinor: 3_000n,
    totalMinor: 35_000n,
  })
  await expect.poll(() => balanceOf(db, userId)).toBe(0n)
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, failed: 1 })
  const [payment] = await db.payment.findMany({ where: { orderId, status: 'SUCCEEDED' } })
  expect(payment).toMatchObject({ walletMinor: 10_000n, cardMinor: 25_000n })
})

test('a wallet that holds enough pays alone, and no card is asked for', async ({ shopper, newGoods, db }) => {
  const { page, t, press } = shopper
  const goods = await newGoods(2, 20_000n)
  const { userId } = await becomeMember(shopper, db, 50_000n)
  await shopper.open(`/products/${goods.slug}`)
  await shopper.addToCart(goods)
  await shopper.goToCheckout()
  await shopper.fillParcel()
  await press(page.getByRole('button', { name: t('pay.wallet.all'), exact: true }))
  await expect(page.getByLabel(t('pay.fields.number'), { exact: true })).toBeHidden()
  await expect(page.getByText(t('checkout.noCard'))).toBeVisible()
  await press(shopper.buyButton(goods.priceMinor))
  await page.waitForURL(/\/orders\/ord_\w+$/)
  await shopper.seeHeadline('PREPARING')
  await expect.poll(() => balanceOf(db, userId)).toBe(27_000n)
})
