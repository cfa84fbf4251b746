import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const at = new Date(Date.now() - 86_400_000).toISOString()
const charge = {
  refund: null,
  ref: 'pi_past',
  key: 'k',
  orderId: 'ord_past',
  paymentId: 'pay_past',
  amount: 28_000,
  currency: 'krw',
  at,
}
const parcel = { ref: 'shp_past', key: 'p', orderId: 'ord_past', trackingNo: '123456789012', status: 'lost', at }
const tell = (body: unknown) =>
  fetch(`${sandbox.url}/sandbox/past`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const seen = async (table: 'charge' | 'refund' | 'shipment') =>
  (await sandbox.database.query(`select * from sandbox.${table}`)).rows

test('what makes no sense is refused, and nothing of it is kept', async () => {
  expect((await tell({ charges: [{ ...charge, amount: -1 }], parcels: [] })).status).toBe(400)
  expect((await tell({ charges: [charge], parcels: [{ ...parcel, status: 'registered' }] })).status).toBe(400)
  expect(await seen('charge')).toEqual([])
})

test('a past that is told twice is there once, and the shop hears nothing of it', async () => {
  const past = { charges: [{ ...charge, refund: { ref: 're_past', amount: 1000 } }], parcels: [parcel] }
  for (let n = 0; n < 2; n += 1) expect((await tell(past)).status).toBe(200)
  expect(await seen('charge')).toMatchObject([{ id: 'ch_past', order_id: 'ord_past', amount_refunded: '1000' }])
  expect(await seen('refund')).toHaveLength(1)
  expect(await seen('shipment')).toMatchObject([{ ref: 'shp_past', status: 'lost' }])
  expect((await sandbox.database.query('select from sandbox.webhook_event')).rowCount).toBe(0)
})
