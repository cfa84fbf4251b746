import { newId } from '@makegood/core/ids'
import { openIncident } from '@makegood/db/saga/open-incident'
import { evaluateShopAlerts } from '@makegood/events/alert/evaluate-alerts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ ALERT_MAIL_TO: 'a@makegood.example,b@makegood.example', ALERT_QUEUE: '7' })
})
afterAll(() => api.stop())

type Listed = { alerts: { id: string; rule: string; acknowledgedBy: string | null; mails: unknown[] }[] }
const evaluate = () =>
  evaluateShopAlerts({ db: api.db, alerts: api.api.alerts, engineQueue: async () => null, logger: api.api.logger })
const listed = async (browser: Awaited<ReturnType<typeof signInOperator>>, state = 'open') =>
  (await browser.query('admin.alert.list', { state })).body.result?.data as unknown as Listed

test('an alert that nobody opened, or that is closed, is taken by nobody', async () => {
  const operations = await signInOperator(api, 'operations')
  const unknown = await operations.mutate('admin.alert.acknowledge', { alertId: newId('alert', new Date()) })
  expect(unknown.status).toBe(404)
  const id = newId('alert', new Date())
  await api.db.alert.create({
    data: { id, rule: 'queue', value: 1, worst: 9, threshold: 7, openedAt: new Date(0), closedAt: new Date() },
  })
  expect((await operations.mutate('admin.alert.acknowledge', { alertId: id })).status).toBe(409)
  expect(await api.db.auditEntry.count({ where: { subject: id } })).toBe(0)
})

test('an alert is seen by every operator, taken by one of operations, once, with an entry of who, and stays until it is over', async () => {
  await openIncident(api.db, { orderId: null, sagaId: 's', stepId: 'undo:x', kind: 'undo-failed', detail: 'x' })
  await evaluate()
  for (const role of ['support', 'finance', 'operations', 'admin'] as const) {
    const seen = await listed(await signInOperator(api, role))
    expect(seen.alerts.map(({ rule }) => rule)).toEqual(['failed-undo'])
    expect(seen.alerts[0]?.mails).toHaveLength(2)
  }
  const alertId = (await listed(await signInOperator(api, 'admin'))).alerts[0]?.id ?? ''
  const support = await signInOperator(api, 'support')
  expect((await support.mutate('admin.alert.acknowledge', { alertId })).status).toBe(403)
  const one = await signInOperator(api, 'operations')
  const other = await signInOperator(api, 'admin')
  const answers = await Promise.all([one, other].map(who => who.mutate('admin.alert.acknowledge', { alertId })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await api.db.auditEntry.count({ where: { subject: alertId, action: 'alert.acknowledge' } })).toBe(1)
  expect((await listed(support)).alerts[0]?.acknowledgedBy).not.toBeNull()
  await api.db.incident.updateMany({ data: { resolvedAt: new Date(), resolution: 'resolved' } })
  await evaluate()
  expect((await listed(support)).alerts).toEqual([])
  expect((await listed(support, 'closed')).alerts.map(({ id }) => id)).toContain(alertId)
})

test('the rules are told with what they measure now and the thresholds as they are set, and who is told', async () => {
  const browser = await signInOperator(api, 'finance')
  expect((await browser.query('admin.alert.rules')).body.result?.data).toMatchObject({
    rules: expect.arrayContaining([
      { rule: 'queue', value: expect.any(Number), threshold: 7 },
      { rule: 'failed-undo', value: 0, threshold: 0 },
      { rule: 'reservation-failures', value: null, threshold: 0.1 },
    ]),
    mailTo: ['a@makegood.example', 'b@makegood.example'],
  })
})
