import { newId } from '@makegood/core/ids'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import { chargesOf } from './fixtures/sandbox.ts'
import { payByApi, placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import { expect, test } from './fixtures/test.ts'

const why = 'She asks whether the address is right.'

test('an order is paused with a reason, what is asked for meanwhile waits and says so, and resumed it goes on at once', async ({
  shopper,
  newShopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, open, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await signInByApi(page.context().request, demoLogin('operations'))
  await open(`/admin/orders/${orderId}`)

  const dialog = page.getByRole('dialog')
  const act = (name: 'pause' | 'resume') =>
    page.getByRole('button', { name: t(`adminOrder.acts.${name}`), exact: true })
  await press(act('pause'))
  for (const says of ['stops', 'finishes', 'stays', 'limits', 'not'] as const)
    await expect(dialog).toContainText(t(`adminOrder.pause.${says}`))
  const sure = dialog.locator('button[type=submit]')
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel(t('adminOrder.act.reason')).fill(why)
  await expectNoViolations(page, 'pausing an order')
  await sure.dblclick()
  await expect(dialog).toHaveCount(0)
  const note = page.getByRole('status').filter({ hasText: t('adminOrder.pause.title') })
  await expect(note).toContainText(t('adminOrder.pause.by', { by: demoLogin('operations').name }))
  await expect(note).toContainText(why)
  await expect(act('pause')).toHaveCount(0)

  await payByApi(buyer, orderId, 'pm_card_visa')
  const payment = page.getByRole('region', { name: t('admin.sagaNames.pay-order') })
  await expect(payment).toContainText(t('admin.sagaStatuses.PAUSED'))
  await expect(payment).toContainText(why)
  await expectNoViolations(page, 'a paused order')
  expect(await chargesOf(orderId)).toMatchObject({ count: 0 })

  const support = await newShopper()
  await signInByApi(support.page.context().request, demoLogin('support'))
  await support.open(`/admin/orders?saga=paused&q=${number}`)
  await expect(support.page.getByRole('row').filter({ hasText: String(number) })).toContainText(
    t('adminOrders.sagas.paused'),
  )
  await support.open('/admin')
  await expect(support.page.getByRole('link', { name: t('adminToday.attention.counts.paused') })).toContainText(/[1-9]/)
  await support.open(`/admin/orders/${orderId}`)
  const resume = support.page.getByRole('button', { name: t('adminOrder.acts.resume'), exact: true })
  await expect(resume).toHaveAccessibleDescription(/operations/)
  const { id: pauseId } = await db.orderPause.findFirstOrThrow({ where: { orderId } })
  await expect(support.api.admin.order.resume.mutate({ orderId, pauseId })).rejects.toThrow('forbidden')

  await press(act('resume'))
  await expect(dialog).toContainText(t('admin.sagaNames.pay-order'))
  await press(sure)
  await expect(note).toHaveCount(0)
  await expect.poll(() => statusByApi(buyer, orderId), { timeout: 30_000 }).toMatch(/CONFIRMED|PREPARING/)
  await expect(payment).toContainText(t('admin.sagaStatuses.COMPLETED'))
  expect(await chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  const story = page.getByRole('region', { name: t('adminOrder.timeline.title') })
  for (const name of ['order-pause', 'order-resume'] as const)
    await expect(story).toContainText(t(`adminOrder.actNames.${name}`))
  const audit = await db.auditEntry.findMany({
    where: { orderId, action: { in: ['order.pause', 'order.resume'] } },
    orderBy: { at: 'asc' },
  })
  expect(audit).toMatchObject([{ action: 'order.pause', reason: why }, { action: 'order.resume' }])
})

test('a paused order keeps its address; its cancellation says that it waits, and begins once it is resumed', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, open, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await signInByApi(page.context().request, demoLogin('operations'))
  const pauseId = newId('pause', new Date())
  await shopper.api.admin.order.pause.mutate({ orderId, pauseId, reason: why })
  await open(`/admin/orders/${orderId}`)

  const dialog = page.getByRole('dialog')
  const act = (name: 'cancel' | 'correctAddress' | 'resume') =>
    page.getByRole('button', { name: t(`adminOrder.acts.${name}`), exact: true })
  await expect(act('correctAddress')).toHaveAttribute('aria-disabled', 'true')
  await expect(act('correctAddress')).toHaveAccessibleDescription(t('errors.order-paused'))
  await press(act('cancel'))
  await expect(dialog.getByRole('listitem').first()).toHaveText(t('adminOrder.pause.begins'))
  await dialog.getByLabel(t('adminOrder.act.reason')).fill(why)
  await press(dialog.locator('button[type=submit]'))
  const asked = page.getByRole('status').filter({ hasText: t('adminOrder.cancellation.requested.title') })
  await expect(asked).toContainText(t('adminOrder.cancellation.requested.paused'))
  await expect(page.getByRole('region', { name: t('adminOrder.timeline.title') })).toContainText(
    t('adminOrder.timeline.waits'),
  )
  await expectNoViolations(page, 'a paused order that waits to be cancelled')
  expect(await db.sagaStep.count({ where: { saga: { orderId, name: 'cancel-order' } } })).toBe(0)

  await press(act('resume'))
  await press(dialog.locator('button[type=submit]'))
  await expect.poll(() => statusByApi(buyer, orderId), { timeout: 30_000 }).toBe('CANCELLED')
})
