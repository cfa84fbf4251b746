import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type CarrierClient, createCarrierClient, parcel } from '../../test/carrier-client.ts'
import { startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
let carrier: CarrierClient
beforeAll(async () => {
  sandbox = await startTestSandbox()
  carrier = createCarrierClient(sandbox)
}, 20_000)
afterEach(async () => {
  await sandbox.ask('/sandbox/faults', { method: 'DELETE' })
})
afterAll(async () => await sandbox?.stop())

const refused = (status: number, code: string) => ({ status, body: { error: { code } } })

describe('what the carrier refuses', () => {
  test('another key, or none, is refused and registers nothing', async () => {
    const stranger = createCarrierClient(sandbox, 'carrier_somebody_else')
    expect(await stranger.register('stranger')).toMatchObject(refused(401, 'UNAUTHORIZED'))
    expect((await sandbox.ask('/carrier/v1/shipments?key=x')).status).toBe(401)
    expect(await carrier.countOf('ord_stranger')).toBe(0)
  })

  test('a registration without an idempotency key is refused', async () => {
    expect(await carrier.register('')).toMatchObject(refused(400, 'IDEMPOTENCY_KEY_MISSING'))
  })

  test.each([
    { items: 0 },
    { items: '2' },
    { parcel: { ...parcel, kind: 'by-sea' } },
    { parcel: { ...parcel, address1: '' } },
    { parcel: { ...parcel, colour: 'gold' } },
    { orderId: undefined },
  ])('%o is no registration', async wrong => {
    expect(await carrier.register('wrong', wrong)).toMatchObject(refused(400, 'INVALID_REQUEST'))
  })

  test('an address that nobody drives to and a parcel that is too full are declined, and declined again', async () => {
    const nowhere = { parcel: { ...parcel, postcode: '00123' } }
    const first = await carrier.register('nowhere', nowhere)
    expect(first).toMatchObject(refused(422, 'ADDRESS_NOT_SERVED'))
    expect(await carrier.register('nowhere', nowhere)).toEqual({ ...first, replayed: true })
    expect(await carrier.register('full', { items: 501 })).toMatchObject(refused(422, 'PARCEL_REFUSED'))
    expect(await carrier.get('?key=nowhere')).toMatchObject({ status: 200, body: { shipments: [] } })
  })

  test('a shipment that nobody knows is not found', async () => {
    expect(await carrier.get('/shp_unknown')).toMatchObject(refused(404, 'SHIPMENT_NOT_FOUND'))
    expect(await carrier.cancel('unknown', 'shp_unknown')).toMatchObject(refused(404, 'SHIPMENT_NOT_FOUND'))
  })
})

describe('registering', () => {
  test('a parcel gets a reference, a tracking number and a page to follow it on', async () => {
    const made = await carrier.registered('plain')
    expect(made).toMatchObject({
      shipmentRef: expect.stringMatching(/^shp_/),
      key: 'plain',
      orderId: 'ord_plain',
      trackingNo: expect.stringMatching(/^\d{12}$/),
      kind: 'delivery',
      status: 'registered',
      events: [{ status: 'registered' }],
    })
    expect(made.trackingUrl).toMatch(new RegExp(`/carrier/track/${made.trackingNo}$`))
    expect(await carrier.get(`/${made.shipmentRef}`)).toEqual({ status: 200, body: made })
    expect(await carrier.get('?key=plain')).toEqual({ status: 200, body: { shipments: [made] } })
    expect(await carrier.get('?key=never')).toEqual({ status: 200, body: { shipments: [] } })
  })

  test('the same key and body get the first answer again, after the parcel has moved and after answers were pruned', async () => {
    const first = await carrier.register('twice')
    await carrier.move(first.body.shipmentRef ?? '', 'handed-over')
    await sandbox.database.query('delete from sandbox.recorded_answer')
    expect(await carrier.register('twice')).toEqual({ ...first, replayed: true })
    expect(await carrier.countOf('ord_twice')).toBe(1)
  })

  test('the same key with another body is refused with 422 and registers nothing', async () => {
    await carrier.registered('other-body')
    expect(await carrier.register('other-body', { items: 3 })).toMatchObject(refused(422, 'IDEMPOTENCY_KEY_REUSED'))
    expect(await carrier.countOf('ord_other-body')).toBe(1)
  })

  test('two requests of one key at once make one shipment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => carrier.register('rush')))
    expect(answers.filter(answer => answer.status === 201).length).toBeGreaterThan(0)
    expect(answers.every(answer => answer.status === 201 || answer.body.error?.code === 'IDEMPOTENCY_KEY_IN_USE')).toBe(
      true,
    )
    expect(await carrier.countOf('ord_rush')).toBe(1)
  })
})

describe('cancelling', () => {
  test('a registered parcel is cancelled once; the same key gets the same answer, another key is refused', async () => {
    const { shipmentRef } = await carrier.registered('cancel-me')
    const first = await carrier.cancel('cancel-1', shipmentRef)
    expect(first).toMatchObject({ status: 200, body: { status: 'cancelled' } })
    expect(await carrier.cancel('cancel-1', shipmentRef)).toEqual({ ...first, replayed: true })
    expect(await carrier.cancel('cancel-2', shipmentRef)).toMatchObject(refused(409, 'ALREADY_CANCELLED'))
  })

  test('a parcel that was picked up stays on its way', async () => {
    const { shipmentRef } = await carrier.registered('gone')
    await carrier.move(shipmentRef, 'handed-over')
    expect(await carrier.cancel('cancel-gone', shipmentRef)).toMatchObject(refused(409, 'ALREADY_HANDED_OVER'))
    expect(await carrier.get(`/${shipmentRef}`)).toMatchObject({ body: { status: 'handed-over' } })
  })

  test('of a cancellation and a pick-up at the same moment exactly one wins', async () => {
    for (let n = 0; n < 10; n += 1) {
      const { shipmentRef } = await carrier.registered(`race${n}`)
      const [cancelled, moved] = await Promise.all([
        carrier.cancel(`cancel-race${n}`, shipmentRef),
        carrier.move(shipmentRef, 'handed-over'),
      ])
      expect([cancelled.status, moved.status].sort()).toEqual([200, 409])
    }
  })
})

describe('switches', () => {
  test('register-then-timeout registers, cuts the connection, and is found by its key', async () => {
    await sandbox.setFaults({ carrier: { mode: 'register-then-timeout', times: 1, delayMs: 100 } })
    await expect(carrier.register('silent')).rejects.toThrow('fetch failed')
    expect(await carrier.get('?key=silent')).toMatchObject({ body: { shipments: [{ status: 'registered' }] } })
    expect(await carrier.register('silent')).toMatchObject({ status: 201, replayed: true })
    expect(await carrier.countOf('ord_silent')).toBe(1)
  })

  test('decline and error500 register nothing; what answered 500 can be sent again', async () => {
    await sandbox.setFaults({ carrier: { mode: 'decline', times: 1 } })
    expect(await carrier.register('declined')).toMatchObject(refused(422, 'ADDRESS_NOT_SERVED'))
    await sandbox.setFaults({ carrier: { mode: 'error500', times: 1 } })
    expect(await carrier.register('broken')).toMatchObject(refused(500, 'CARRIER_FAILED'))
    expect(await carrier.countOf('ord_broken')).toBe(0)
    expect(await carrier.register('broken')).toMatchObject({ status: 201, replayed: false })
  })

  test('a carrier that is down cuts every connection, questions included, as often as the switch says', async () => {
    const { shipmentRef } = await carrier.registered('before-down')
    await sandbox.setFaults({ carrier: { mode: 'down', times: 3 } })
    await expect(carrier.register('down')).rejects.toThrow('fetch failed')
    await expect(carrier.cancel('down', shipmentRef)).rejects.toThrow('fetch failed')
    await expect(carrier.get('?key=down')).rejects.toThrow('fetch failed')
    expect(await carrier.get('?key=down')).toMatchObject({ body: { shipments: [] } })
  })

  test('cancel-then-timeout cancels and never says so; decline and error500 cancel nothing', async () => {
    const { shipmentRef } = await carrier.registered('cancel-faults')
    await sandbox.setFaults({ 'carrier-cancel': { mode: 'error500', times: 1 } })
    expect(await carrier.cancel('cf-1', shipmentRef)).toMatchObject(refused(500, 'CARRIER_FAILED'))
    await sandbox.setFaults({ 'carrier-cancel': { mode: 'decline', times: 1 } })
    expect(await carrier.cancel('cf-2', shipmentRef)).toMatchObject(refused(409, 'ALREADY_HANDED_OVER'))
    await sandbox.setFaults({ 'carrier-cancel': { mode: 'cancel-then-timeout', times: 1, delayMs: 100 } })
    await expect(carrier.cancel('cf-3', shipmentRef)).rejects.toThrow('fetch failed')
    expect(await carrier.cancel('cf-3', shipmentRef)).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  })
})
