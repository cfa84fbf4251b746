import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dataPlatformKey, startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterEach(() => sandbox.ask('/sandbox/faults', { method: 'DELETE' }))
afterAll(async () => await sandbox?.stop())

const recordOf = (id: string, orderId = 'ord_1', more = {}) => ({
  id,
  name: 'order/processed',
  at: '2026-11-26T01:02:03.004Z',
  data: { orderId, totalMinor: '148000' },
  ...more,
})
const deliver = (body: unknown, key = dataPlatformKey) =>
  sandbox.ask('/data-platform/v1/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  })
const stored = async (query: string) =>
  (await (await sandbox.ask(`/sandbox/records?${query}`)).json()) as { count: number; records: unknown[] }

test('with the wrong key nothing is stored', async () => {
  const answer = await deliver({ records: [recordOf('a', 'ord_key')] }, 'wrong')
  expect([answer.status, await answer.json()]).toMatchObject([401, { error: { code: 'UNAUTHORIZED' } }])
  expect(await stored('orderId=ord_key')).toMatchObject({ count: 0 })
})

test('one wrong record keeps the others out, and is named', async () => {
  const wrong = recordOf('b2', 'ord_wrong', { at: 'yesterday' })
  const answer = await deliver({ records: [recordOf('b1', 'ord_wrong'), wrong, recordOf('b3', 'ord_wrong')] })
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { error: { code: 'RECORDS_INVALID', records: ['b2'] } },
  ])
  expect(await stored('orderId=ord_wrong')).toMatchObject({ count: 0 })
})

test.each([[{}], [{ records: 'x' }], [{ records: [{ name: 'no id' }] }], [[]]])(
  '%j is no delivery: 400',
  async body => {
    expect((await deliver(body)).status).toBe(400)
  },
)

test('more than five hundred records are too many', async () => {
  const records = Array.from({ length: 501 }, (_, n) => recordOf(`many${n}`, 'ord_many'))
  expect((await deliver({ records })).status).toBe(413)
  expect(await stored('orderId=ord_many')).toMatchObject({ count: 0 })
})

test('a record is stored once, as it first came, however often it is delivered', async () => {
  expect(await (await deliver({ records: [recordOf('c', 'ord_c'), recordOf('c', 'ord_c')] })).json()).toEqual({
    accepted: 2,
    stored: 1,
  })
  const changed = recordOf('c', 'ord_c', { name: 'changed' })
  expect(await (await deliver({ records: [changed, recordOf('d', 'ord_c')] })).json()).toEqual({
    accepted: 2,
    stored: 1,
  })
  expect(await stored('id=c')).toEqual({ count: 1, records: [{ ...recordOf('c', 'ord_c'), received: 2 }] })
  expect(await stored('orderId=ord_c')).toMatchObject({ count: 2 })
})

test('store-then-timeout stores and cuts the connection; error500 and down store nothing', async () => {
  await sandbox.setFaults({ 'data-platform': { mode: 'store-then-timeout', times: 1, delayMs: 50 } })
  await expect(deliver({ records: [recordOf('e', 'ord_e')] })).rejects.toThrow('fetch failed')
  expect(await stored('orderId=ord_e')).toMatchObject({ count: 1 })
  await sandbox.setFaults({ 'data-platform': { mode: 'error500', times: 1 } })
  expect((await deliver({ records: [recordOf('f', 'ord_f')] })).status).toBe(500)
  await sandbox.setFaults({ 'data-platform': { mode: 'down', times: 1 } })
  await expect(deliver({ records: [recordOf('f', 'ord_f')] })).rejects.toThrow('fetch failed')
  expect(await stored('orderId=ord_f')).toMatchObject({ count: 0 })
  expect((await sandbox.ask('/sandbox/records?surplus=1')).status).toBe(400)
})

test('a reset forgets records, mails and messages', async () => {
  await deliver({ records: [recordOf('g', 'ord_g')] })
  await sandbox.ask('/sandbox/reset', { method: 'POST' })
  expect(await stored('orderId=ord_g')).toMatchObject({ count: 0 })
})
