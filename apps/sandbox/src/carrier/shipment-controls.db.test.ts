import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CarrierClient, createCarrierClient, parcel } from '../../test/carrier-client.ts'
import { carrierWebhookSecret, startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'
import { createPool } from '../database/create-pool.ts'
import { prune } from '../database/prune.ts'

let sandbox: TestSandbox
let carrier: CarrierClient
beforeAll(async () => {
  sandbox = await startTestSandbox()
  carrier = createCarrierClient(sandbox)
}, 20_000)
afterAll(async () => await sandbox?.stop())

type ToldEvent = { id: string; type: string; createdAt: string; data: Record<string, unknown> }
const hooksOf = (from: TestSandbox, key: string) =>
  from.carrierReceiver.received.filter(hook => (JSON.parse(hook.body) as ToldEvent).data.key === key)
const eventsOf = (key: string, from = sandbox) => hooksOf(from, key).map(hook => JSON.parse(hook.body) as ToldEvent)
const typesOf = (key: string, from = sandbox) => eventsOf(key, from).map(event => event.type)

const heldBack = async () =>
  (await sandbox.database.query('select from sandbox.webhook_event where held and delivered_at is null')).rowCount

describe('moving by hand', () => {
  test('a move that makes no sense is refused with what would, and tells the shop nothing', async () => {
    const { shipmentRef } = await carrier.registered('no-sense')
    const answer = await carrier.move(shipmentRef, 'delivered')
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'MOVE_MAKES_NO_SENSE' } } })
    expect(answer.body.error?.message).toContain('is registered and cannot go to delivered')
    expect(answer.body.error?.message).toContain('handed-over, cancelled')
    expect(await carrier.move(shipmentRef, 'moon')).toMatchObject({ status: 400 })
    expect(await carrier.move('shp_unknown', 'handed-over')).toMatchObject({ status: 404 })
    await carrier.move(shipmentRef, 'handed-over')
    await expect.poll(() => typesOf('no-sense')).toEqual(['shipment.handed_over'])
  })

  test('each move tells the shop once, signed, with the shop’s own ids', async () => {
    const made = await carrier.registered('told')
    for (const to of ['handed-over', 'in-transit', 'delivered']) {
      const before = eventsOf('told').length
      expect(await carrier.move(made.shipmentRef, to)).toMatchObject({ status: 200, body: { status: to } })
      await expect.poll(() => eventsOf('told').length).toBe(before + 1)
    }
    expect(typesOf('told')).toEqual(['shipment.handed_over', 'shipment.in_transit', 'shipment.delivered'])
    expect(eventsOf('told').at(-1)).toEqual({
      id: expect.stringMatching(/^cev_/),
      type: 'shipment.delivered',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: {
        shipmentRef: made.shipmentRef,
        key: 'told',
        orderId: 'ord_told',
        trackingNo: made.trackingNo,
        kind: 'delivery',
        status: 'delivered',
      },
    })
    for (const hook of hooksOf(sandbox, 'told')) {
      const [, time = '', signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(hook.signature) ?? []
      expect(signature).toBe(createHmac('sha256', carrierWebhookSecret).update(`${time}.${hook.body}`).digest('hex'))
      expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(30)
    }
    expect((await carrier.get(`/${made.shipmentRef}`)).body.events?.map(event => event.status)).toEqual([
      'registered',
      'handed-over',
      'in-transit',
      'delivered',
    ])
  })

  test.each([
    ['refused-one', 'delivery', ['handed-over', 'in-transit', 'refused', 'returned'], 'shipment.returned'],
    ['lost-one', 'delivery', ['handed-over', 'lost'], 'shipment.lost'],
    ['cancelled-one', 'pick-up', ['cancelled'], 'shipment.cancelled'],
    ['fetched-one', 'pick-up', ['handed-over', 'in-transit', 'delivered'], 'shipment.delivered'],
  ] as const)('%s, a %s, goes to %o', async (key, kind, way, lastType) => {
    const made = await carrier.registered(key, { parcel: { ...parcel, kind } })
    for (const to of way) expect(await carrier.move(made.shipmentRef, to)).toMatchObject({ status: 200 })
    await expect.poll(() => typesOf(key)).toContain(lastType)
    expect(eventsOf(key).every(event => event.data.kind === kind)).toBe(true)
  })

  test('a cancellation through the API tells the shop too', async () => {
    const { shipmentRef } = await carrier.registered('api-cancel')
    await carrier.cancel('api-cancel-1', shipmentRef)
    await expect.poll(() => typesOf('api-cancel')).toEqual(['shipment.cancelled'])
  })

  test('the switch of the carrier’s webhooks loses and doubles them, and leaves those of the gateway alone', async () => {
    const { shipmentRef } = await carrier.registered('switched')
    await sandbox.setFaults({ 'carrier-webhook': { mode: 'lost', times: 1 }, webhook: { mode: 'lost' } })
    await carrier.move(shipmentRef, 'handed-over')
    const states = async () =>
      (
        await sandbox.database.query<{ type: string; error: string | null; done: boolean }>(
          `select type, last_error as error, delivered_at is not null as done from sandbox.webhook_event
           where payload like '%"key":"switched"%' order by id`,
        )
      ).rows
    await expect.poll(states).toMatchObject([{ error: 'lost, as the switch says' }])
    await sandbox.setFaults({ 'carrier-webhook': { mode: 'duplicate', times: 1 } })
    await carrier.move(shipmentRef, 'in-transit')
    await expect.poll(() => typesOf('switched')).toEqual(['shipment.in_transit', 'shipment.in_transit'])
    expect(new Set(eventsOf('switched').map(event => event.id)).size).toBe(1)
    await sandbox.ask('/sandbox/faults', { method: 'DELETE' })
  })

  test('a webhook that is held back comes after the next one', async () => {
    const { shipmentRef } = await carrier.registered('overtaken')
    await sandbox.setFaults({ 'carrier-webhook': { mode: 'reordered', times: 1, delayMs: 20_000 } })
    await carrier.move(shipmentRef, 'handed-over')
    await expect.poll(heldBack).toBe(1)
    await carrier.move(shipmentRef, 'in-transit')
    await expect.poll(() => typesOf('overtaken')).toEqual(['shipment.in_transit', 'shipment.handed_over'])
  })

  test('a webhook that is held back comes alone where no other follows', async () => {
    const { shipmentRef } = await carrier.registered('overtaken-by-none')
    await sandbox.setFaults({ 'carrier-webhook': { mode: 'reordered', times: 1, delayMs: 300 } })
    await carrier.move(shipmentRef, 'handed-over')
    await expect.poll(() => typesOf('overtaken-by-none'), { timeout: 5000 }).toEqual(['shipment.handed_over'])
  })

  test('what the shop did not take is sent again until it is taken', async () => {
    const { shipmentRef } = await carrier.registered('again')
    sandbox.carrierReceiver.answer.status = 503
    await carrier.move(shipmentRef, 'handed-over')
    await expect.poll(() => eventsOf('again').length).toBe(1)
    sandbox.carrierReceiver.answer.status = 200
    await expect.poll(() => eventsOf('again').length, { timeout: 6000 }).toBe(2)
    expect(new Set(eventsOf('again').map(event => event.id)).size).toBe(1)
  })
})

describe('the page', () => {
  test('it lists parcels newest first with a button for each move that makes sense, and a button moves and comes back', async () => {
    const older = await carrier.registered('page-old')
    const newer = await carrier.registered('page-new', { orderId: '<script>' })
    const text = await (await sandbox.ask('/')).text()
    expect(text.indexOf(newer.trackingNo)).toBeLessThan(text.indexOf(older.trackingNo))
    expect(text).toContain(`action="/sandbox/shipments/${newer.shipmentRef}/move"`)
    expect(text).toContain('value="handed-over"')
    expect(text).not.toContain('<script')
    const pressed = await sandbox.ask(`/sandbox/shipments/${newer.shipmentRef}/move`, {
      method: 'POST',
      body: new URLSearchParams({ to: 'handed-over' }),
    })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/'])
    expect((await carrier.get(`/${newer.shipmentRef}`)).body.status).toBe('handed-over')
  })

  test('a page of another site cannot move a parcel', async () => {
    const { shipmentRef } = await carrier.registered('foreign')
    const moved = await sandbox.ask(`/sandbox/shipments/${shipmentRef}/move`, {
      method: 'POST',
      body: new URLSearchParams({ to: 'handed-over' }),
      headers: { origin: 'https://evil.example' },
    })
    expect(moved.status).toBe(403)
    expect((await carrier.get(`/${shipmentRef}`)).body.status).toBe('registered')
  })

  test('a tracking page says where the parcel is and names nobody', async () => {
    const made = await carrier.registered('followed')
    await carrier.move(made.shipmentRef, 'handed-over')
    const text = await (await sandbox.ask(`/carrier/track/${made.trackingNo}`)).text()
    expect(text).toContain('handed over')
    expect(text).not.toContain('김하늘')
    expect(text).not.toContain('ord_followed')
    expect((await sandbox.ask('/carrier/track/000000000000')).status).toBe(404)
  })
})

test('parcels that have not moved for 90 days are pruned with their history, others stay', async () => {
  const old = await carrier.registered('pruned')
  await sandbox.database.query(
    `update sandbox.shipment set moved_at = now() - interval '91 days' where ref = '${old.shipmentRef}'`,
  )
  await carrier.registered('kept')
  const pool = createPool(sandbox.env.SANDBOX_DATABASE_URL)
  await prune(pool)
  await pool.end()
  expect([await carrier.countOf('ord_pruned'), await carrier.countOf('ord_kept')]).toEqual([0, 1])
})

test('a reset forgets parcels, their keys and their history', async () => {
  await carrier.registered('reset')
  await sandbox.ask('/sandbox/reset', { method: 'POST' })
  expect(await carrier.countOf('ord_reset')).toBe(0)
  expect(await carrier.register('reset')).toMatchObject({ status: 201, replayed: false })
})

test('with seconds between steps a parcel travels by itself to the end, one event a step', async () => {
  const moving = await startTestSandbox({ CARRIER_STEP_SECONDS: '0.1' })
  try {
    const client = createCarrierClient(moving)
    const made = await client.registered('by-itself')
    const statusOf = async () => (await client.get(`/${made.shipmentRef}`)).body.status
    await expect.poll(statusOf, { timeout: 5000 }).toBe('delivered')
    await expect.poll(() => typesOf('by-itself', moving).length).toBe(3)
    expect(new Set(typesOf('by-itself', moving))).toEqual(
      new Set(['shipment.handed_over', 'shipment.in_transit', 'shipment.delivered']),
    )
  } finally {
    await moving.stop()
  }
}, 20_000)
