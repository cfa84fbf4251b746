import type { Carrier } from '@makegood/core/ports/carrier'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSandboxControls, type SandboxControls } from '../../test/sandbox-controls.ts'
import { startSandboxProcess } from '../../test/start-sandbox-process.ts'
import { describeCarrier, parcel } from './carrier-contract.ts'
import { CarrierMisuseError } from './carrier-misuse-error.ts'
import { createHttpCarrier } from './http-carrier.ts'
import { verifyCarrierWebhook } from './verify-carrier-webhook.ts'

let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let controls: SandboxControls
let carrier: Carrier

const newCarrier = (more: Partial<Parameters<typeof createHttpCarrier>[0]> = {}) =>
  createHttpCarrier({ apiUrl: sandbox.carrier.apiUrl, apiKey: sandbox.carrier.apiKey, timeoutMs: 700, ...more })

beforeAll(async () => {
  const adminUrl = process.env.TEST_DATABASE_URL
  if (adminUrl === undefined)
    throw new Error('TEST_DATABASE_URL is missing: it should name a database server that tests may use.')
  sandbox = await startSandboxProcess(adminUrl)
  controls = createSandboxControls(sandbox.url, sandbox.publishableKey)
}, 20_000)
// A circuit of its own for each test: the contract makes calls fail on purpose.
beforeEach(() => {
  carrier = newCarrier()
})
afterEach(() => controls.clearFaults())
afterAll(async () => await sandbox?.stop())

const faults = {
  'registers-then-silent': { carrier: { mode: 'register-then-timeout', times: 1 } },
  'registration-fails': { carrier: { mode: 'error500', times: 1 } },
  'cancels-then-silent': { 'carrier-cancel': { mode: 'cancel-then-timeout', times: 1 } },
  'cancellation-fails': { 'carrier-cancel': { mode: 'error500', times: 1 } },
  'is-cut-off': { carrier: { mode: 'down', times: 1 } },
} as const

describeCarrier('The sandbox’s carrier', {
  carrier: () => carrier,
  nextCall: async behaviour => {
    await controls.setFaults(faults[behaviour])
  },
  moveTo: (shipmentRef, status) => controls.moveShipment(shipmentRef, status),
  countOf: async orderId => (await controls.shipmentsOf(orderId)).count,
  declinedFor: {
    'address-not-served': { parcel: { ...parcel, postcode: '00100' } },
    'parcel-refused': { items: 501 },
  },
})

const requestOf = (id: string) => ({ key: `key-${id}`, orderId: `ord_${id}`, parcel, items: 1 })

describe('the carrier adapter', () => {
  test('the same key under way is retryable; slow is waited for', async () => {
    await controls.setFaults({ carrier: { mode: 'slow', times: 1, delayMs: 300 } })
    const slow = carrier.register(requestOf('inflight'))
    const answers = await Promise.all([slow, carrier.register(requestOf('inflight'))])
    expect(answers.map(answer => answer.outcome).sort()).toEqual(['ok', 'retryable'])
  })

  test('a decline by the switch, of a registration and of a cancellation, is told in the shop’s words', async () => {
    await controls.setFaults({ carrier: { mode: 'decline', times: 1 } })
    expect(await carrier.register(requestOf('declined'))).toEqual({
      outcome: 'declined',
      reason: 'address-not-served',
      carrierCode: 'ADDRESS_NOT_SERVED',
    })
    const made = await carrier.register(requestOf('declined-cancel'))
    const shipmentRef = 'shipmentRef' in made ? made.shipmentRef : ''
    await controls.setFaults({ 'carrier-cancel': { mode: 'decline', times: 1 } })
    expect(await carrier.cancel({ key: 'declined-cancel', shipmentRef })).toEqual({
      outcome: 'declined',
      reason: 'already-handed-over',
      carrierCode: 'ALREADY_HANDED_OVER',
    })
  })

  test('a carrier that is asked with a wrong key is our defect, not the shopper’s', async () => {
    const wrong = newCarrier({ apiKey: 'carrier_somebody_else' })
    await expect(wrong.register(requestOf('wrongkey'))).rejects.toThrow(CarrierMisuseError)
    await expect(wrong.findByKey('x')).rejects.toThrow(/401/)
  })

  test.each(['error500', 'down'])(
    'a carrier in %s is left alone once its circuit opens, and is tried again after a while',
    async mode => {
      const guarded = newCarrier({ breaker: { failurePart: 0.5, withinMs: 1000, callsMin: 4, halfOpenAfterMs: 100 } })
      await controls.setFaults({ carrier: { mode } })
      const outcomes: string[] = []
      for (let n = 0; n < 30 && outcomes.at(-1) !== 'retryable'; n += 1)
        outcomes.push((await guarded.register(requestOf(`${mode}${n}`))).outcome)
      expect(outcomes.at(-1)).toBe('retryable')
      expect(outcomes.slice(0, -1).every(outcome => outcome === 'unknown')).toBe(true)
      await controls.clearFaults()
      const after = requestOf(`${mode}-after`)
      await expect.poll(async () => (await guarded.register(after)).outcome, { timeout: 5000 }).toBe('ok')
      expect(await controls.shipmentsOf(after.orderId)).toMatchObject({ count: 1 })
    },
  )

  test('webhooks of each move arrive signed and carry the shop’s own ids', async () => {
    const asked = requestOf('hooks')
    const made = await carrier.register(asked)
    if (made.outcome !== 'ok') throw new Error(made.outcome)
    for (const to of ['handed-over', 'in-transit', 'delivered'] as const)
      await controls.moveShipment(made.shipmentRef, to)
    const events = () =>
      sandbox.carrier.received.flatMap(hook => {
        const read = verifyCarrierWebhook(hook.body, hook.signature, sandbox.carrier.webhookSecret)
        if (!read.ok) throw new Error(read.reason)
        return read.event?.orderId === asked.orderId ? [read.event] : []
      })
    await expect.poll(() => events().length, { timeout: 5000 }).toBe(3)
    const { shipmentRef, trackingNo } = made
    const ids = { shipmentRef, trackingNo, key: asked.key, orderId: asked.orderId, kind: 'delivery' }
    expect(events()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...ids, type: 'shipment.handed_over', status: 'handed-over' }),
        expect.objectContaining({ ...ids, type: 'shipment.in_transit', status: 'in-transit' }),
        expect.objectContaining({ ...ids, type: 'shipment.delivered', status: 'delivered' }),
      ]),
    )
  })
})
