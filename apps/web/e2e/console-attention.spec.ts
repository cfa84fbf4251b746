import { newId } from '@makegood/core/ids'
import { openIncident } from '../../../packages/db/src/saga/open-incident.ts'
import type { Trouble } from '../../../packages/db/src/seed/story/plan-story.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Db } from './fixtures/goods.ts'
import { chargesOf } from './fixtures/sandbox.ts'
import { payByApi, placeByApi, seenByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'
import { bringTrouble } from './fixtures/troubles.ts'

const dueMs = 30_000

/** Finds the incident of an order in the list, by the order's number, and opens it. */
const openIncidentOf = async ({ page, open, press, t }: Shopper, db: Db, orderId: string): Promise<void> => {
  const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await open(`/admin/attention?search=${number}`)
  const list = page.getByRole('list', { name: t('adminAttention.list') })
  await press(list.getByRole('link').first())
  await expect(page.getByRole('heading', { name: t('adminAttention.whatToDo') })).toBeVisible()
}

const retry = async ({ page, press, t }: Shopper): Promise<void> => {
  await press(page.getByRole('button', { name: t('adminAttention.acts.retry'), exact: true }))
  await press(page.getByRole('button', { name: t('adminAttention.sure.retry') }))
}

const seeClosed = async ({ page, t }: Shopper): Promise<void> => {
  await expect(page.getByText(t('adminAttention.state.resolved'), { exact: true })).toBeVisible({ timeout: dueMs })
  await expect(page.getByRole('region', { name: t('adminAttention.history.title') })).toContainText(
    t('adminAttention.history.actions.retry'),
  )
}

/** What each failure that a demo shop begins with comes to, once it was tried again. */
const failures: readonly {
  readonly trouble: Trouble
  readonly ends: readonly string[]
  readonly moneyBack: boolean
  readonly charges: number
  /** What its shopper is told by the repair, which is said beforehand. */
  readonly tells: 'order-cancelled' | 'payment-refunded' | 'order-delivered' | null
}[] = [
  {
    trouble: 'undo-charge',
    ends: ['STOCK_RESERVED', 'CANCELLED'],
    moneyBack: true,
    charges: 1,
    tells: 'order-cancelled',
  },
  { trouble: 'refund-refused', ends: ['CANCELLED'], moneyBack: true, charges: 1, tells: null },
  { trouble: 'late-charge', ends: ['CANCELLED'], moneyBack: true, charges: 1, tells: 'payment-refunded' },
  { trouble: 'poison-event', ends: ['DELIVERED'], moneyBack: false, charges: 1, tells: 'order-delivered' },
]

for (const { trouble, ends, moneyBack, charges, tells } of failures)
  test(`a seeded failure is repaired from its page: ${trouble}`, async ({ shopper, newGoods, db }) => {
    const [order] = await bringTrouble(db, await newGoods(20), trouble)
    if (!order) throw new Error(`the story has no ${trouble}`)
    const { id: orderId, totalMinor } = order
    await signInByApi(shopper.page.context().request, demoLogin('operations'))
    await openIncidentOf(shopper, db, orderId)
    const { page, press, t } = shopper
    await press(page.getByRole('button', { name: t('adminAttention.acts.retry'), exact: true }))
    const sure = page.getByRole('button', { name: t('adminAttention.sure.retry') })
    const panel = page.locator('form').filter({ has: sure })
    const message = (name: string) =>
      t('admin.effects.message', { template: name, channels: '' }).replace('()', '').trim()
    if (tells) await expect(panel).toContainText(message(t(`admin.templates.${tells}`)))
    else await expect(panel).not.toContainText(message(''))
    await press(sure)
    await seeClosed(shopper)
    if (tells)
      await expect.poll(() => db.notification.count({ where: { orderId, template: tells, channel: 'email' } })).toBe(1)
    await expect.poll(async () => (await db.order.findUnique({ where: { id: orderId } }))?.needsAttention).toBe(false)
    await expect
      .poll(async () => ends.includes((await db.order.findUnique({ where: { id: orderId } }))?.status ?? ''))
      .toBe(true)
    await expect
      .poll(() => chargesOf(orderId))
      .toMatchObject({
        count: charges,
        amountRefunded: moneyBack ? Number(totalMinor) : 0,
      })
    expect(await db.auditEntry.count({ where: { orderId, action: 'incident.retry' } })).toBe(1)
    // An order that waits for its shopper again does not wait for ever.
    const waits = await db.order.count({ where: { id: orderId, status: 'STOCK_RESERVED' } })
    expect(await db.orderLimit.count({ where: { orderId, kind: 'reservation', settledAt: null } })).toBe(waits)
  })

test('three parcels that failed by one cause: one is tried first, then the group', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, open, press, t } = shopper
  const orders = await bringTrouble(db, await newGoods(20), 'carrier-refused')
  const code = `E2E_${newId('incident', new Date()).slice(-12)}`
  for (const { id: orderId } of orders)
    await db.incident.updateMany({ where: { orderId }, data: { detail: JSON.stringify({ carrierCode: code }) } })
  await signInByApi(page.context().request, demoLogin('operations'))
  await open('/admin/attention')
  const group = page
    .getByRole('region', { name: t('adminAttention.groups') })
    .getByRole('listitem')
    .filter({ hasText: code })
  await expect(group).toContainText('3')
  await press(group.getByRole('button', { name: t('adminAttention.tryOne') }))
  await press(group.getByRole('button', { name: t('admin.repair.sure') }))
  await expect(group).toContainText(t('adminAttention.tried.went'), { timeout: dueMs })
  await press(group.getByRole('button', { name: t('adminAttention.tryGroup', { count: 2 }) }))
  await press(group.getByRole('button', { name: t('adminAttention.tryGroupNow', { count: 2 }) }))
  const open3 = { orderId: { in: orders.map(({ id }) => id) }, resolvedAt: null }
  await expect.poll(() => db.incident.count({ where: open3 }), { timeout: dueMs }).toBe(0)
  const ended = group.getByRole('status').filter({
    hasText: t('adminAttention.bulk.ended', { total: 2, done: 2, refused: 0 }),
  })
  await expect(ended, 'what became of them stays until it is put away').toBeVisible()
  await page.waitForResponse(response => response.url().includes('incident.groups'))
  await expect(ended).toBeVisible()
  await press(group.getByRole('button', { name: t('adminAttention.bulk.close') }))
  await expect(group).toHaveCount(0)
})

test('a refund that the gateway refuses becomes an incident, and a retry gives the money back once', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, api, t } = shopper
  const buyer = shopApi(await newVisitor())
  const goods = await newGoods(3)
  const orderId = await placeByApi(buyer, goods)
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await payByApi(buyer, orderId)
  await expect.poll(() => statusByApi(buyer, orderId), { timeout: dueMs }).toMatch(/CONFIRMED|PREPARING/)
  const dispute = (disputed: boolean) => db.$executeRaw`
    update sandbox.charge set object = jsonb_set(object, '{disputed}', to_jsonb(${disputed}::boolean)) where order_id = ${orderId}`
  await dispute(true)
  await signInByApi(page.context().request, demoLogin('operations'))
  await api.admin.order.cancel.mutate({
    ...(await seenByApi(api, orderId)),
    cancellationId: newId('cancellation', new Date()),
    reason: 'cracked while packing',
  })
  await expect.poll(() => db.incident.count({ where: { orderId, resolvedAt: null } }), { timeout: dueMs }).toBe(1)
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })

  await openIncidentOf(shopper, db, orderId)
  await expect(page.getByText(t('admin.causes.charge_disputed')).first()).toBeVisible()
  await dispute(false)
  await retry(shopper)
  await seeClosed(shopper)
  const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: Number(totalMinor) })
  expect(await statusByApi(buyer, orderId)).toBe('CANCELLED')
  expect(await db.refund.findMany({ where: { orderId } })).toMatchObject([{ status: 'DONE', amountMinor: totalMinor }])
})

test('fifty dead letters are chosen and sent again at once, each with its outcome', async ({ shopper, db }) => {
  const { page, open, press, t } = shopper
  const code = `e2e-${newId('incident', new Date()).slice(-12)}`
  const eventIds = Array.from({ length: 50 }, (_, index) => `evt_${code}_${index}`)
  await db.webhookInbox.createMany({
    data: eventIds.map(eventId => ({ provider: 'payment', eventId, type: 'customer.created', body: '{}' })),
  })
  for (const eventId of eventIds)
    await openIncident(db, {
      orderId: null,
      sagaId: `handle-webhooks:payment:${eventId}`,
      stepId: 'handle',
      kind: 'event-failed',
      detail: JSON.stringify({ reason: code }),
      event: { name: 'webhook/received', payload: { provider: 'payment', eventId } },
    })
  await signInByApi(page.context().request, demoLogin('operations'))
  await open(`/admin/attention?code=${code}`)
  await press(page.getByText(t('adminAttention.chooseAll', { count: 50 })))
  await press(page.getByRole('button', { name: t('adminAttention.bulk.retry', { count: 50 }) }))
  await press(page.getByRole('button', { name: t('adminAttention.bulk.retryNow', { count: 50 }) }))
  await expect(page.getByText(t('adminAttention.bulk.ended', { done: 50, total: 50, refused: 0 }))).toBeVisible({
    timeout: dueMs,
  })
  const ids = { in: eventIds.map(eventId => `handle-webhooks:payment:${eventId}`) }
  expect(await db.incident.count({ where: { sagaId: ids, resolution: 'retried' } })).toBe(50)
  await expect
    .poll(() => db.webhookInbox.count({ where: { eventId: { in: eventIds }, handledAt: null } }), { timeout: dueMs })
    .toBe(0)
})

test('the second of two operators is told that the first has closed it', async ({
  shopper,
  newShopper,
  newGoods,
  db,
}) => {
  const [order] = await bringTrouble(db, await newGoods(20), 'poison-event')
  if (!order) throw new Error('the story has no poison event')
  const second = await newShopper()
  for (const { page } of [shopper, second])
    await signInByApi(page.context().request, demoLogin(page === shopper.page ? 'operations' : 'admin'))
  await openIncidentOf(second, db, order.id)
  await openIncidentOf(shopper, db, order.id)
  await retry(shopper)
  await seeClosed(shopper)
  await expect(second.page.getByText(second.t('adminAttention.closedMeanwhile'))).toBeVisible()
})
