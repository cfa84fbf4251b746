import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { payUntilPacked } from './fixtures/pay-until-packed.ts'
import { chargesOf, moveParcel } from './fixtures/sandbox.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

const dueMs = 90_000

test('of a lost parcel all is given up without goods: what is advised is there, and above the limit somebody else approves it', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, { ...(await newGoods(5)), quantity: 4 })
  await payUntilPacked(buyer, orderId)
  const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId } })
  await moveParcel(shipmentRef, 'handed-over', 'lost')
  await expect.poll(() => db.incident.count({ where: { orderId, kind: 'parcel-lost' } })).toBe(1)
  await signInByApi(page.context().request, demoLogin('operations'))
  await shopper.open(`/admin/orders/${orderId}`)
  const incident = page.getByRole('region', { name: t('admin.incidents') })
  await expect(incident).toContainText(t('adminAttention.advice.lost'))
  await expect(incident.getByRole('button', { name: t('admin.repair.retry'), exact: true })).toHaveCount(0)

  const dialog = page.getByRole('dialog')
  const sure = dialog.locator('button[type=submit]')
  const amount = wonText(100_001n, 'en')
  await press(page.getByRole('button', { name: t('adminOrder.acts.refund'), exact: true }))
  await dialog.getByLabel(t('adminOrder.refund.amount')).fill('100001')
  await expect(dialog, 'said before it is pressed').toContainText(t('adminOrder.act.willOnceAgreed'))
  await expect(dialog).toContainText(t('adminOrder.refund.asks', { amount, alone: wonText(100_000n, 'en') }))
  await expect(sure).toHaveText(t('adminOrder.refund.ask', { amount }))
  await press(dialog.getByRole('button', { name: t('adminOrder.act.leave') }))

  const { id: incidentId } = await db.incident.findFirstOrThrow({ where: { orderId } })
  await shopper.open(`/admin/attention/${incidentId}`)
  await press(page.getByRole('link', { name: t('adminAttention.askReturn') }))
  await expect(dialog.getByRole('spinbutton')).toHaveValue('4')
  await press(sure)
  await expect(dialog).toHaveCount(0)
  await expect(incident, 'advice follows what is under way').toContainText(t('adminAttention.advice.return-asked'))

  await press(page.getByRole('button', { name: t('adminOrder.returns.acts.acceptWithoutGoods') }))
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  await expect(dialog).toContainText(t('adminOrder.act.willOnceAgreed'))
  await dialog.getByLabel(t('adminOrder.act.reason')).fill('The carrier has lost it.')
  await press(sure)
  await expect(dialog).toContainText(t('adminOrder.refund.waitsTitle'))
  expect(await chargesOf(orderId)).toMatchObject({ amountRefunded: 0 })
  const { id: approvalId } = await db.approval.findFirstOrThrow({ where: { orderId, state: 'WAITING' } })
  const { id: returnId } = await db.returnRequest.findFirstOrThrow({ where: { orderId } })
  await shopper.open(`/admin/returns/${returnId}`)
  await expect(page.getByText(t('adminCustomers.waiting.waits'))).toBeVisible()
  const give = page.getByRole('button', { name: t('adminBoards.returns.acts.acceptWithoutGoods'), exact: true })
  await expect(give).toHaveAccessibleDescription(t('errors.approval-waiting'))

  for (const act of ['accept', 'reject'] as const)
    await expect(
      page.getByRole('button', { name: t(`adminBoards.returns.acts.${act}`), exact: true }),
      'nor is it decided another way',
    ).toHaveAccessibleDescription(t('errors.approval-waiting'))

  await shopper.open(`/admin/attention/${incidentId}`)
  await expect(page.getByText(t('adminAttention.advice.return-waits'))).toBeVisible()

  const finance = await newVisitor()
  await signInByApi(finance, demoLogin('finance'))
  await shopper.open(`/admin/orders/${orderId}`)
  await expect(page.getByRole('button', { name: t('adminOrder.returns.acts.accept'), exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await shopApi(finance).admin.approval.decide.mutate({ approvalId, decision: 'approve', reason: 'It is lost.' })
  await expect.poll(() => statusByApi(buyer, orderId), { timeout: dueMs }).toBe('REFUNDED')
  await expect(page.getByText(t('adminOrder.returns.toReceive')), 'the open page follows').toHaveCount(0)
  await expect(page.getByRole('button', { name: t('adminOrder.returns.acts.accept'), exact: true })).toHaveCount(0)
  const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: Number(totalMinor) })
})
