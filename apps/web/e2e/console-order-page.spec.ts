import { openIncident } from '../../../packages/db/src/saga/open-incident.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Db } from './fixtures/goods.ts'
import { expectNoViolations, expectSoundPage } from './fixtures/page-checks.ts'
import { payUntilPacked } from './fixtures/pay-until-packed.ts'
import { payByApi, placeByApi, seenByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const openAs = async (
  { page, open }: Shopper,
  role: 'operations' | 'finance' | 'support' | 'admin',
  orderId: string,
) => {
  await signInByApi(page.context().request, demoLogin(role))
  await open(`/admin/orders/${orderId}`)
}

const refundsOf = (db: Db, orderId: string) =>
  db.refund.findMany({ where: { orderId }, select: { amountMinor: true, status: true, source: true } })

test('support reads the story and its notes; what it may not do stands there and says who may', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page, t, press } = shopper
  const orderId = await placeByApi(shopApi(await newVisitor()), await newGoods(3))
  await openAs(shopper, 'support', orderId)
  await expectSoundPage(shopper, 'an order in the console')
  const confirm = page.getByRole('button', { name: t('adminOrder.acts.confirm'), exact: true })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await expect(confirm).toHaveAccessibleDescription(/operations/)
  await confirm.dispatchEvent('click')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const story = page.getByRole('region', { name: t('adminOrder.timeline.title') })
  await page.getByLabel(t('adminOrder.notes.add')).fill('She will call back.')
  await press(page.getByRole('button', { name: t('adminOrder.notes.write') }))
  await expect(story).toContainText('She will call back.')
  await press(story.getByRole('button', { name: t('adminOrder.notes.edit') }))
  await story.getByLabel(t('adminOrder.notes.text')).fill('She has called back.')
  await press(story.getByRole('button', { name: t('adminOrder.notes.save') }))
  await expect(story).toContainText('She has called back.')
  await expect(story).toContainText(t('adminOrder.notes.edited'))
  await expect(story).not.toContainText('She will call back.')
  await press(story.getByText(t('adminOrder.notes.earlier')))
  await expect(story).toContainText('She will call back.')
  await press(page.getByRole('button', { name: t('adminOrder.timeline.filters.messages') }))
  await expect(story).not.toContainText('She has called back.')
})

test('handed over and then refunded in part: told beforehand, the money back once, the books in order, all without a reload', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await payUntilPacked(buyer, orderId)
  await openAs(shopper, 'admin', orderId)
  const dialog = page.getByRole('dialog')
  const refund = page.getByRole('button', { name: t('adminOrder.acts.refund'), exact: true })
  await expect(refund).toHaveAccessibleDescription(t('errors.refund-not-possible'))
  await press(page.getByRole('button', { name: t('adminOrder.acts.handOver'), exact: true }))
  await expect(dialog).toContainText(t('adminOrder.acts.handOverSays'))
  const sure = dialog.locator('button[type=submit]')
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel(t('adminOrder.act.reason')).fill('The driver took it.')
  await press(sure)
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: t('order.statuses.SHIPPING') })).toBeVisible()

  await press(refund)
  await dialog.getByLabel(t('adminOrder.refund.amount')).fill('99999999')
  await expect(dialog).toContainText('No more than')
  await dialog.getByLabel(t('adminOrder.refund.amount')).fill('1000')
  await dialog.getByLabel(t('adminOrder.act.reason')).fill('A chip at the rim.')
  await expectNoViolations(page, 'the refund')
  await dialog.locator('button[type=submit]').dblclick()
  await expect(dialog).toHaveCount(0)
  await expect
    .poll(() => refundsOf(db, orderId), { timeout: 20_000 })
    .toEqual([{ amountMinor: 1_000n, status: 'DONE', source: 'operator' }])
  const story = page.getByRole('region', { name: t('adminOrder.timeline.title') })
  await expect(story).toContainText(t('admin.sagaNames.refund-order'))
  await expect(story).toContainText(t('admin.refunds.sources.operator'))
  await expect(story).toContainText('A chip at the rim.')
  expect(await db.auditEntry.count({ where: { orderId, action: { in: ['order.refund', 'order.hand-over'] } } })).toBe(2)
})

test.describe('two operators', () => {
  test.use({ expectedComplaints: [/status of 409/] })

  test('two operators on one order see each other, and who comes second is told plainly', async ({
    shopper,
    newShopper,
    newVisitor,
    newGoods,
    db,
  }) => {
    const { page, t, press } = shopper
    const buyer = shopApi(await newVisitor())
    const orderId = await placeByApi(buyer, await newGoods(3))
    await payUntilPacked(buyer, orderId)
    await openAs(shopper, 'operations', orderId)
    const other = await newShopper()
    await openAs(other, 'admin', orderId)
    await expect(other.page.getByText(/has this order open too/)).toBeVisible()
    await expect(page.getByText(/has this order open too/)).toBeVisible()

    const cancel = page.getByRole('button', { name: t('adminOrder.acts.cancel'), exact: true })
    const dialog = page.getByRole('dialog')
    const reason = dialog.getByLabel(t('adminOrder.act.reason'))
    const sure = dialog.locator('button[type=submit]')
    await press(cancel)
    await reason.fill('The kiln broke.')
    const asked = { ...(await seenByApi(other.api, orderId)), reason: 'The driver took it.' }
    await other.api.admin.order.handOver.mutate(asked)
    await sure.dispatchEvent('click')
    const moved = dialog.getByRole('alert').filter({ hasText: t('adminOrder.moved.title') })
    await expect(moved).toContainText(`${t('order.statuses.SHIPPING')} · ${demoLogin('admin').name}`)
    await expect(dialog).toContainText(t('errors.order-dispatched'))
    await expect(reason).toHaveValue('The kiln broke.')
    await expectNoViolations(page, 'an order that moved on')
    await press(moved.getByRole('button', { name: t('adminOrder.moved.look') }))
    await expect(moved).toHaveCount(0)
    await expect(sure).toHaveAttribute('aria-disabled', 'true')
    expect(await db.cancellation.count({ where: { orderId } })).toBe(0)
  })

  test('an order that was confirmed meanwhile is cancelled only after looking again, with the reason as it was typed', async ({
    shopper,
    newVisitor,
    newGoods,
    db,
  }) => {
    const { page, t, press } = shopper
    const buyer = shopApi(await newVisitor())
    const orderId = await placeByApi(buyer, await newGoods(3))
    await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
    await openAs(shopper, 'operations', orderId)
    const dialog = page.getByRole('dialog')
    await press(page.getByRole('button', { name: t('adminOrder.acts.cancel'), exact: true }))
    await dialog.getByLabel(t('adminOrder.act.reason')).fill('The kiln broke.')
    await payByApi(buyer, orderId, 'pm_card_visa')
    const moved = dialog.getByRole('alert').filter({ hasText: t('adminOrder.moved.title') })
    await expect(moved).toContainText(t('order.statuses.CONFIRMED'), { timeout: 20_000 })
    expect(await db.cancellation.count({ where: { orderId } })).toBe(0)
    await press(moved.getByRole('button', { name: t('adminOrder.moved.look') }))
    await expect(dialog.getByLabel(t('adminOrder.act.reason'))).toHaveValue('The kiln broke.')
    await press(dialog.locator('button[type=submit]'))
    await expect(dialog).toHaveCount(0)
    await expect.poll(() => statusByApi(buyer, orderId), { timeout: 30_000 }).toBe('CANCELLED')
  })
})

test('a compensation is seen as it happens, without a reload, and every failure is among the failures', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await openAs(shopper, 'support', orderId)
  const story = page.getByRole('region', { name: t('adminOrder.timeline.title') })
  await expect(story).toContainText(t('admin.sagaNames.reserve-order'))
  await payByApi(buyer, orderId, 'pm_card_chargeDeclined')
  await expect(story).toContainText(t('admin.undo.DONE', { count: 1 }))
  await openIncident(db, { orderId, sagaId: orderId, stepId: 'saga', kind: 'saga-failed', detail: 'a drill' })
  await press(page.getByRole('button', { name: t('adminOrder.timeline.filters.failures') }))
  await expect(story).toContainText(t('admin.incidentKinds.saga-failed'))
  await expect(story).not.toContainText(t('admin.sagaNames.reserve-order'))
})
