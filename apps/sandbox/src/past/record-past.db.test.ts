import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCarrierClient } from '../../test/carrier-client.ts'
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
const parcel = {
  ref: 'shp_past',
  key: 'p',
  orderId: 'ord_past',
  trackingNo: '123456789012',
  kind: 'delivery',
  status: 'lost',
  at,
}
const pickUp = { ...parcel, ref: 'shp_pastb', key: 'b', trackingNo: '2', kind: 'pick-up', status: 'registered' }
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
  expect((await tell({ charges: [charge], parcels: [{ ...parcel, status: 'nowhere' }] })).status).toBe(400)
  expect(await seen('charge')).toEqual([])
})

test('a past that is told twice is there once, and the shop hears nothing of it', async () => {
  const past = { charges: [{ ...charge, refund: { ref: 're_past', amount: 1000 } }], parcels: [parcel, pickUp] }
  for (let n = 0; n < 2; n += 1) expect((await tell(past)).status).toBe(200)
  expect(await seen('charge')).toMatchObject([{ id: 'ch_past', order_id: 'ord_past', amount_refunded: '1000' }])
  expect(await seen('refund')).toHaveLength(1)
  expect(await seen('shipment')).toMatchObject([
    { ref: 'shp_past', kind: 'delivery', status: 'lost' },
    { ref: 'shp_pastb', kind: 'pick-up', status: 'registered' },
  ])
  expect((await sandbox.database.query('select from sandbox.webhook_event')).rowCount).toBe(0)
})

test('a parcel under way that was told stays where it is, can be taken back, and travels on once it was moved', async () => {
  const moving = await startTestSandbox({ CARRIER_STEP_SECONDS: '0.1' })
  try {
    const carrier = createCarrierClient(moving)
    const under = (ref: string, trackingNo: string) => ({ ...parcel, ref, key: ref, trackingNo, status: 'registered' })
    await fetch(`${moving.url}/sandbox/past`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ charges: [], parcels: [under('shp_left', '1'), under('shp_sent', '2')] }),
    })
    const statusOf = async (ref: string) =>
      (await moving.database.query('select status from sandbox.shipment where ref = $1', [ref])).rows[0]?.status
    const { shipmentRef } = await carrier.registered('new')
    await expect.poll(() => statusOf(shipmentRef), { timeout: 5_000 }).toBe('delivered')
    expect(await statusOf('shp_left')).toBe('registered')
    expect(await carrier.cancel('back', 'shp_left')).toMatchObject({ status: 200 })
    await carrier.move('shp_sent', 'handed-over')
    await expect.poll(() => statusOf('shp_sent'), { timeout: 5_000 }).toBe('delivered')
  } finally {
    await moving.stop()
  }
})
