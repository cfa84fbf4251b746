import { openIncident } from '../../../packages/db/src/saga/open-incident.ts'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import type { Db } from './fixtures/goods.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

/** An order whose saga waits for a person, although all of its steps are done. */
const stopSaga = async (db: Db, orderId: string): Promise<string> => {
  const sagaId = `reserve-order:${orderId}`
  await expect.poll(async () => (await db.saga.findUnique({ where: { id: sagaId } }))?.status).toBe('COMPLETED')
  await db.saga.update({ where: { id: sagaId }, data: { status: 'NEEDS_ATTENTION' } })
  await openIncident(db, { orderId, sagaId, stepId: 'reserve-stock', kind: 'step-failed', detail: 'a drill' })
  return sagaId
}

const openInConsole = async ({ page, open }: Shopper, role: 'operations' | 'finance' | 'support', orderId: string) => {
  await signInByApi(page.context().request, demoLogin(role))
  await open(`/admin/orders/${orderId}`)
}

test('an operator reads what trying again would do, tries again, and the incident closes with its saga', async ({
  shopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, await newGoods(3))
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  const sagaId = await stopSaga(db, orderId)

  await openInConsole(shopper, 'operations', orderId)
  const incidents = page.getByRole('region', { name: t('admin.incidents') })
  await expect(incidents).toContainText(t('admin.incidentKinds.step-failed'))
  await expect(page.getByRole('main').getByText(t('admin.attention')).first()).toBeVisible()
  await press(incidents.getByRole('button', { name: t('admin.repair.retry'), exact: true }))
  await expect(incidents).toContainText(t('admin.repair.nothing'))
  await press(incidents.getByRole('button', { name: t('admin.repair.sure') }))
  const story = page.getByRole('list', { name: t('adminOrder.timeline.title') })
  await expect(story).toContainText(t('admin.resolutions.went-on'))
  await expect(incidents).toHaveCount(0)
  await expect(page.getByRole('main').getByText(t('admin.attention'))).toHaveCount(0)
  expect(await db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({ status: 'COMPLETED', generation: 2 })
  expect(await db.auditEntry.count({ where: { orderId, action: 'incident.retry' } })).toBe(1)
})

test('an incident is closed with a reason by whoever may; support reads it, and its button says who may', async ({
  shopper,
  newShopper,
  newVisitor,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const orderId = await placeByApi(shopApi(await newVisitor()), await newGoods(3))
  await openIncident(db, {
    orderId,
    sagaId: `fulfil-order:${orderId}`,
    stepId: 'shipping-start',
    kind: 'step-failed',
    detail: 'a drill',
  })
  const support = await newShopper()
  await openInConsole(support, 'support', orderId)
  await expect(support.page.getByText(t('admin.incidentKinds.step-failed')).first()).toBeVisible()
  const refused = support.page.getByRole('button', { name: t('admin.repair.resolve'), exact: true })
  await expect(refused).toHaveAttribute('aria-disabled', 'true')
  await expect(refused).toHaveAccessibleDescription(/operations/)

  await openInConsole(shopper, 'finance', orderId)
  const incidents = page.getByRole('region', { name: t('admin.incidents') })
  const retry = incidents.getByRole('button', { name: t('admin.repair.retry'), exact: true })
  await expect(retry).toHaveAttribute('aria-disabled', 'true')
  await press(incidents.getByRole('button', { name: t('admin.repair.resolve'), exact: true }))
  await page.getByLabel(t('admin.repair.reason')).fill('The carrier came.')
  await press(incidents.getByRole('button', { name: t('admin.repair.close') }))
  const story = page.getByRole('list', { name: t('adminOrder.timeline.title') })
  await expect(story).toContainText(t('admin.resolutions.resolved'))
  await expect(story.getByText('The carrier came.')).toHaveCount(1)
  await expect(incidents).toHaveCount(0)
  await expect(page.getByRole('main').getByText(t('admin.attention'))).toHaveCount(0)
})
