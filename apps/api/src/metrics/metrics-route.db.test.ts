import { newId } from '@makegood/core/ids'
import { openIncident } from '@makegood/db/saga/open-incident'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { expect, onTestFinished, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'

const key = 'metrics-key-of-the-tests'
const start = async (env: Record<string, string> = {}): Promise<TestApi> => {
  const api = await startTestApi(env)
  onTestFinished(api.stop)
  return api
}

const read = async ({ url }: TestApi, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}/metrics`, { headers })
  return { status: answer.status, text: await answer.text() }
}

/** The value of a metric, by its name with its labels; null where it is not told. */
const metricOf = (text: string, metric: string): number | null => {
  const line = text.split('\n').find(candidate => candidate.startsWith(`${metric} `))
  return line === undefined ? null : Number(line.slice(metric.length + 1))
}

test('without a key nobody reads the metrics from elsewhere, nor through a proxy on this machine', async () => {
  const api = await start()
  const ask = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (await api.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  for (const address of ['10.0.0.5', '2001:db8::1', '::ffff:10.0.0.5', '1270.0.0.1'])
    expect(await ask(address)).toBe(401)
  expect(await ask('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(401)
  expect(await ask('127.0.0.1', { forwarded: 'for=127.0.0.1' })).toBe(401)
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect(await ask(address)).toBe(200)
})

test('with a key, who shows it reads them from anywhere, and nobody else, not from this machine either', async () => {
  const api = await start({ METRICS_KEY: key })
  expect((await read(api)).status).toBe(401)
  expect((await read(api, { authorization: `Bearer ${key}x` })).status).toBe(401)
  expect((await read(api, { authorization: key })).status).toBe(401)
  const { status, text } = await read(api, { authorization: `Bearer ${key}`, 'x-forwarded-for': '203.0.113.9' })
  expect(status).toBe(200)
  expect(metricOf(text, 'makegood_outbox_unsent_events')).toBe(0)
})

test('the metrics tell what waits, what runs, what is late and what is in front of a person', async () => {
  const api = await start()
  const { db } = api
  const at = new Date(Date.now() - 60_000)
  const { orderId } = await placeTestOrder(db)
  await placeTestOrder(db)
  await db.outbox.updateMany({ data: { createdAt: at } })
  await db.saga.updateMany({ where: { orderId }, data: { leaseUntil: at } })
  await db.orderLimit.create({ data: { orderId, kind: 'reservation', dueAt: at } })
  await openIncident(db, { orderId, sagaId: 'saga', stepId: 'step', kind: 'undo-failed', detail: 'broken' })
  const message = { channel: 'email', template: 'order-confirmed', recipient: 'a@example.com', locale: 'ko', data: {} }
  for (const status of ['PENDING', 'PENDING', 'FAILED', 'SENT'])
    await db.notification.create({
      data: { ...message, id: newId('notification', at), eventId: newId('event', at), status },
    })
  await db.dataDelivery.create({ data: { eventId: newId('event', at), orderId, name: 'order/processed', record: {} } })
  await db.webhookInbox.create({
    data: { provider: 'carrier', eventId: 'cev_1', type: 'shipment.delivered', body: '{}', receivedAt: at },
  })
  const { text } = await read(api)
  const told = Object.fromEntries(
    [
      'outbox_unsent_events',
      'sagas_running',
      'sagas_stalled',
      'limits_due',
      'incidents_open{kind="undo-failed"}',
      'incidents_open{kind="dispute"}',
      'notifications_waiting',
      'notifications_failed',
      'data_deliveries_waiting',
      'webhooks_unhandled',
    ].map(name => [name, metricOf(text, `makegood_${name}`)]),
  )
  expect(told).toEqual({
    outbox_unsent_events: 2,
    sagas_running: 2,
    sagas_stalled: 1,
    limits_due: 1,
    'incidents_open{kind="undo-failed"}': 1,
    'incidents_open{kind="dispute"}': 0,
    notifications_waiting: 2,
    notifications_failed: 1,
    data_deliveries_waiting: 1,
    webhooks_unhandled: 1,
  })
  for (const age of ['outbox_lag_seconds', 'limits_late_seconds', 'webhooks_oldest_seconds']) {
    expect(metricOf(text, `makegood_${age}`)).toBeGreaterThanOrEqual(60)
    expect(metricOf(text, `makegood_${age}`)).toBeLessThan(120)
  }
  expect(text).toContain('process_cpu_user_seconds_total')
})

test('a part that cannot be measured is not told at all, never as it was; the others are', async () => {
  const api = await start()
  expect(metricOf((await read(api)).text, 'makegood_notifications_waiting')).toBe(0)
  await api.db.$executeRaw`alter table notification rename to notification_away`
  const { status, text } = await read(api)
  expect(status).toBe(200)
  expect(metricOf(text, 'makegood_notifications_waiting')).toBeNull()
  expect(metricOf(text, 'makegood_watch_up{watch="notifications"}')).toBe(0)
  expect(metricOf(text, 'makegood_watch_up{watch="outbox"}')).toBe(1)
  expect(metricOf(text, 'makegood_outbox_unsent_events')).toBe(0)
})
