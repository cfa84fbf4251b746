import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import { payUntilPacked } from './fixtures/pay-until-packed.ts'
import { placeByApi, shopApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

test('an operator asks gateway, carrier and ledger, and sees our record beside theirs, the same and then different', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press, open } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await payUntilPacked(buyer, orderId)
  await signInByApi(page.context().request, demoLogin('support'))
  await open(`/admin/orders/${orderId}`)
  const part = page.getByRole('region', { name: t('adminOrder.compare.title') })
  const ask = part.getByRole('button', { name: t('adminOrder.compare.askAll') })
  await press(ask)
  await expect(part.getByRole('status')).toHaveText(t('adminOrder.compare.allSame'))
  await expect(part.getByRole('listitem')).toHaveCount(3)
  await db.stockReservation.updateMany({ where: { orderId }, data: { restocked: 1 } })
  await press(ask)
  await expect(part).toContainText(t('adminOrder.compare.findings.stock-differs'))
  await expect(part).toContainText(t('adminOrder.compare.advice.stock-differs'))
  await db.stockReservation.updateMany({ where: { orderId }, data: { restocked: 0 } })
  await press(ask)
  await expect(part.getByRole('status')).toHaveText(t('adminOrder.compare.allSame'))
  await expectNoViolations(page, 'an order compared with the outside')
})
