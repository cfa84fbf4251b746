import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { stopCancellation } from './fixtures/stop-cancellation.ts'
import { expect, test } from './fixtures/test.ts'
import { bringTrouble } from './fixtures/troubles.ts'

const dueMs = 30_000

const openAs = async (shopper: Shopper, role: 'operations' | 'admin', incidentId: string): Promise<void> => {
  await signInByApi(shopper.page.context().request, demoLogin(role))
  await shopper.open(`/admin/attention/${incidentId}`)
}

const seeClosed = ({ page, t }: Shopper) =>
  expect(page.getByText(t('adminAttention.state.resolved'), { exact: true })).toBeVisible({ timeout: dueMs })

test.describe('of two at once', () => {
  // The second of the two is told so, and its browser says that it was.
  test.use({ expectedComplaints: [/409 \(Conflict\).*resumeFromStep/] })

  test('two operators let a saga go on at the same step at once: it goes on once, and the order is sent', async ({
    shopper,
    newShopper,
    newGoods,
    db,
  }) => {
    const [order] = await bringTrouble(db, await newGoods(20), 'carrier-refused')
    const orderId = order?.id ?? ''
    const { id: incidentId, sagaId } = await db.incident.findFirstOrThrow({ where: { orderId } })
    const second = await newShopper()
    const both = [shopper, second]
    await openAs(shopper, 'operations', incidentId)
    await openAs(second, 'admin', incidentId)
    for (const { page, press, t } of both) {
      await press(page.getByRole('button', { name: t('adminAttention.acts.resume'), exact: true }))
      await expect(page.getByLabel(t('adminAttention.fromStep'))).toHaveValue('register-shipment')
    }
    await Promise.all(
      both.map(({ page, t }) => page.getByRole('button', { name: t('adminAttention.sure.resume') }).dblclick()),
    )
    for (const operator of both) await seeClosed(operator)
    await expect.poll(async () => (await db.order.findUnique({ where: { id: orderId } }))?.status).toBe('PREPARING')
    expect(await db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({ status: 'COMPLETED', generation: 2 })
    expect(await db.shipment.count({ where: { orderId } })).toBe(1)
    expect(await db.auditEntry.count({ where: { orderId, action: 'incident.resume' } })).toBe(1)
  })
})

test('a cancellation that stopped is turned round with a reason, once however often it is pressed: the order goes on', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, press, t } = shopper
  const [order] = await bringTrouble(db, await newGoods(20), 'carrier-refused')
  const orderId = order?.id ?? ''
  const cancellationId = await stopCancellation(db, orderId)
  const sagaId = `cancel-order:${cancellationId}`
  const incident = await db.incident.findFirstOrThrow({ where: { sagaId } })
  await openAs(shopper, 'operations', incident.id)
  await press(page.getByRole('button', { name: t('adminAttention.acts.undo'), exact: true }))
  const sure = page.getByRole('button', { name: t('adminAttention.sure.undo') })
  await expect(sure).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel(t('adminAttention.bulk.reason')).fill('the shopper wants it after all')
  const sent: string[] = []
  page.on('request', request => {
    if (request.url().includes('incident.forceUndo')) sent.push(request.url())
  })
  await sure.dblclick()
  await seeClosed(shopper)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.match(/forceUndo/g)).toHaveLength(1)
  await expect(page.getByRole('region', { name: t('adminAttention.history.title') })).toContainText(
    'the shopper wants it after all',
  )
  expect(await db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({ status: 'UNDONE', generation: 2 })
  expect(await db.cancellation.findUnique({ where: { id: cancellationId } })).toMatchObject({
    status: 'REFUSED',
    refusal: 'operator-undo',
  })
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({ cancelling: false })
  expect(await db.auditEntry.count({ where: { subject: incident.id, action: 'incident.undo' } })).toBe(1)
})
