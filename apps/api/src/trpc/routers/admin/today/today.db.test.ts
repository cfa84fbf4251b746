import { openIncident } from '@makegood/db/saga/open-incident'
import { noteJobRun } from '@makegood/db/system/note-job-run'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { rollUpSales } from '@makegood/db/today/roll-up-sales'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ POLICY_PAYMENT_SECONDS: '77' })
  await bringTestOrder(api.db, 'CONFIRMED')
  await bringTestOrder(api.db, 'PENDING')
  await rollUpSales(api.db)
})
afterAll(() => api.stop())

const ask = async (path: string, input?: unknown) => {
  const browser = await signInOperator(api, 'support')
  return (await browser.query(path, input)).body.result?.data as unknown
}

test('a period that nobody knows is refused', async () => {
  const browser = await signInOperator(api, 'support')
  expect((await browser.query('admin.today.figures', { by: 'year' })).status).toBe(400)
})

test.each(['hour', 'day', 'week'])('the figures by %s are those of the orders', async by => {
  expect(await ask('admin.today.figures', { by })).toMatchObject({
    by,
    figures: {
      orders: 2,
      confirmed: 1,
      revenue: { amountMinor: '28000', currency: 'KRW' },
      confirmP95Ms: expect.any(Number),
    },
    before: { orders: 0, averageOrder: null },
    topProducts: { products: [{ units: 1, amount: { amountMinor: '28000' } }] },
  })
})

test('what needs a person is told, the oldest problem first', async () => {
  await openIncident(api.db, { orderId: null, sagaId: 's', stepId: 'send', kind: 'event-failed', detail: 'refused' })
  expect(await ask('admin.today.attention')).toMatchObject({
    counts: { incidents: 1, undoFailed: 0 },
    problems: [{ kind: 'event-failed', detail: 'refused', orderId: null, count: 1 }],
  })
})

test('the system tells every part, an engine that is away too, and what each process and job says', async () => {
  await api.api.reports.tell()
  await noteJobRun(api.db, { job: 'roll-up-sales', startedAt: new Date(), error: null })
  await noteJobRun(api.db, { job: 'roll-up-sales', startedAt: new Date(), error: 'broken' })
  expect(await ask('admin.system.overview')).toMatchObject({
    engine: { reachable: false, due: null },
    outbox: { refused: 1 },
    sagas: { running: 4, stopped: 0 },
    campaigns: { open: 0 },
    processes: [{ said: { circuits: { gateway: { state: 'closed' }, mail: { state: 'closed' } } } }],
    jobs: [{ job: 'roll-up-sales', okAt: expect.any(String), error: 'broken' }],
  })
  const [job] = await api.db.$queryRaw<{ endedAt: Date }[]>`select ended_at as "endedAt" from job_run`
  expect(await ask('admin.system.engine')).toEqual({ away: true, lastWorkedAt: job?.endedAt.toISOString() })
  const page = (await ask('admin.system.sagas', { name: 'reserve-order' })) as { sagas: unknown[] }
  expect(page.sagas).toHaveLength(2)
  for (const empty of [{ state: 'stopped' }, { olderThanSeconds: 3600 }, { name: 'nothing' }])
    expect(await ask('admin.system.sagas', empty)).toMatchObject({ sagas: [] })
})

test('the settings say what is set and what is usual, and nothing secret', async () => {
  const told = (await ask('admin.settings.list')) as { settings: { name: string; changed: boolean }[] }
  expect(told.settings.filter(({ changed }) => changed)).toEqual([
    { name: 'POLICY_PAYMENT_SECONDS', value: '77', usual: '600', changed: true },
  ])
  expect(JSON.stringify(told)).not.toMatch(/signkey|sk_test|postgres:/)
})

test('the audit log is taken out by finance and not by support, and that it was is an entry', async () => {
  const finance = await signInOperator(api, 'finance')
  const support = await signInOperator(api, 'support')
  expect((await support.mutate('admin.audit.export', {})).status).toBe(403)
  const answer = await finance.mutate('admin.audit.export', { by: 'operator' })
  expect(answer.body.result?.data).toMatchObject({ rows: 0, more: false, csv: expect.stringContaining('at,who,kind') })
  const { entries } = (await ask('admin.audit.list', { act: 'audit.export' })) as { entries: unknown[] }
  expect(entries).toMatchObject([{ actorId: finance.userId, action: 'audit.export' }])
})
