import type { Carrier, RegisterShipmentRequest, ShipmentStatus } from '@makegood/core/ports/carrier'
import { describe, expect, test } from 'vitest'

/** What a carrier under test must be able to show, so that the same promises are tried on each. */
export type CarrierUnderTest = {
  readonly carrier: () => Carrier
  /** Makes the next call of this kind go wrong so, once. */
  readonly nextCall: (
    behaviour:
      | 'registers-then-silent'
      | 'registration-fails'
      | 'cancels-then-silent'
      | 'cancellation-fails'
      | 'is-cut-off',
  ) => Promise<void>
  /** What the carrier's own people do with a parcel. */
  readonly moveTo: (shipmentRef: string, status: ShipmentStatus) => Promise<unknown>
  /** How many shipments of the order there are by the carrier's own books. */
  readonly countOf: (orderId: string) => Promise<number>
  /** A request that this carrier declines for this reason. */
  readonly declinedFor: Readonly<
    Record<'address-not-served' | 'parcel-refused', Partial<Pick<RegisterShipmentRequest, 'parcel' | 'items'>>>
  >
}

export const parcel: RegisterShipmentRequest['parcel'] = {
  kind: 'delivery',
  recipient: '김하늘',
  phone: '010-1234-5678',
  postcode: '04524',
  address1: '서울특별시 중구 세종대로 110',
  address2: '',
  country: 'KR',
  note: '문 앞에 놓아 주세요',
}

let serial = 0
const request = (more: Partial<RegisterShipmentRequest> = {}): RegisterShipmentRequest => {
  serial += 1
  const id = `${Date.now().toString(36)}${serial}`
  return { key: `ship-${id}`, orderId: `ord_${id}`, parcel, items: 2, ...more }
}

/** The promises of the carrier port; every adapter is held to all of them. */
export const describeCarrier = (name: string, under: CarrierUnderTest): void => {
  const registered = async (more: Partial<RegisterShipmentRequest> = {}) => {
    const asked = request(more)
    const answer = await under.carrier().register(asked)
    if (answer.outcome !== 'ok') throw new Error(`not registered: ${JSON.stringify(answer)}`)
    return { asked, answer, shipmentRef: answer.shipmentRef }
  }
  const cancelling = (shipmentRef: string, key = `cancel-${shipmentRef}`) =>
    under.carrier().cancel({ key, shipmentRef })

  describe(`${name}: when it goes wrong`, () => {
    test('a registration whose answer never comes is unknown, is found by its key, and stays one shipment when sent again', async () => {
      const asked = request()
      await under.nextCall('registers-then-silent')
      expect(await under.carrier().register(asked)).toMatchObject({ outcome: 'unknown' })
      const found = await under.carrier().findByKey(asked.key)
      expect(found).toMatchObject({ outcome: 'ok', found: true, status: 'registered' })
      const again = await under.carrier().register(asked)
      expect(again).toMatchObject({
        outcome: 'ok',
        shipmentRef: 'shipmentRef' in found ? found.shipmentRef : 'none',
        trackingNo: 'trackingNo' in found ? found.trackingNo : 'none',
      })
      expect(await under.countOf(asked.orderId)).toBe(1)
    })

    test.each(['registration-fails', 'is-cut-off'] as const)(
      '%s: the shipment is unknown and not found; the same key then registers once',
      async behaviour => {
        const asked = request()
        await under.nextCall(behaviour)
        expect(await under.carrier().register(asked)).toMatchObject({ outcome: 'unknown' })
        expect(await under.carrier().findByKey(asked.key)).toEqual({ outcome: 'ok', found: false })
        expect(await under.carrier().register(asked)).toMatchObject({ outcome: 'ok' })
        expect(await under.countOf(asked.orderId)).toBe(1)
      },
    )

    test.each(['address-not-served', 'parcel-refused'] as const)(
      'a parcel is declined with the reason %s, registers nothing, and is declined again',
      async reason => {
        const asked = request(under.declinedFor[reason])
        const first = await under.carrier().register(asked)
        expect(first).toEqual({ outcome: 'declined', reason, carrierCode: expect.any(String) })
        expect(await under.carrier().register(asked)).toEqual(first)
        expect(await under.carrier().findByKey(asked.key)).toEqual({ outcome: 'ok', found: false })
        expect(await under.countOf(asked.orderId)).toBe(0)
      },
    )

    test('a key that comes back with another parcel is refused loudly, and nothing more is registered', async () => {
      const { asked } = await registered()
      await expect(under.carrier().register({ ...asked, items: 3 })).rejects.toThrow(/refused a request of ours/)
      expect(await under.countOf(asked.orderId)).toBe(1)
    })

    test('a cancellation whose answer never comes is unknown; the same key gets its ok', async () => {
      const { asked, shipmentRef } = await registered()
      await under.nextCall('cancels-then-silent')
      expect(await cancelling(shipmentRef)).toMatchObject({ outcome: 'unknown' })
      expect(await under.carrier().findByKey(asked.key)).toMatchObject({ found: true, status: 'cancelled' })
      expect(await cancelling(shipmentRef)).toEqual({ outcome: 'ok' })
    })

    test.each(['cancellation-fails', 'is-cut-off'] as const)(
      '%s: it is unknown, and nothing is cancelled; the same key then cancels',
      async behaviour => {
        const { asked, shipmentRef } = await registered()
        await under.nextCall(behaviour)
        expect(await cancelling(shipmentRef)).toMatchObject({ outcome: 'unknown' })
        expect(await under.carrier().findByKey(asked.key)).toMatchObject({ status: 'registered' })
        expect(await cancelling(shipmentRef)).toEqual({ outcome: 'ok' })
      },
    )

    test('a question that is cut off is retryable and says nothing about the parcel', async () => {
      const { asked, shipmentRef } = await registered()
      await under.nextCall('is-cut-off')
      expect(await under.carrier().findByKey(asked.key)).toMatchObject({ outcome: 'retryable' })
      await under.nextCall('is-cut-off')
      expect(await under.carrier().track(shipmentRef)).toMatchObject({ outcome: 'retryable' })
    })

    test('a parcel on its way is not cancelled: already-handed-over, and again', async () => {
      const { shipmentRef } = await registered()
      await under.moveTo(shipmentRef, 'handed-over')
      const first = await cancelling(shipmentRef)
      expect(first).toMatchObject({ outcome: 'declined', reason: 'already-handed-over' })
      expect(await cancelling(shipmentRef)).toEqual(first)
      expect(await under.carrier().track(shipmentRef)).toMatchObject({ outcome: 'ok', status: 'handed-over' })
    })

    test('a parcel that nobody knows cannot be cancelled, and following it is a defect of ours', async () => {
      expect(await cancelling('shp_never')).toMatchObject({ outcome: 'declined', reason: 'unknown-shipment' })
      await expect(under.carrier().track('shp_never')).rejects.toThrow(/refused a request of ours/)
    })
  })

  describe(`${name}: registering`, () => {
    test('a parcel gets a reference, a tracking number, a carrier and an address to follow it at', async () => {
      const { asked, answer } = await registered()
      expect(answer).toEqual({
        outcome: 'ok',
        shipmentRef: expect.any(String),
        trackingNo: expect.any(String),
        carrierName: expect.any(String),
        trackingUrl: expect.stringMatching(/^https?:/),
      })
      expect(await under.carrier().findByKey(asked.key)).toEqual({
        outcome: 'ok',
        found: true,
        shipmentRef: answer.shipmentRef,
        trackingNo: answer.trackingNo,
        status: 'registered',
      })
    })

    test('the same key twice, at once and afterwards, is one shipment with one answer', async () => {
      const asked = request()
      const answers = await Promise.all([under.carrier().register(asked), under.carrier().register(asked)])
      expect(answers.some(answer => answer.outcome === 'ok')).toBe(true)
      expect(answers.every(answer => answer.outcome === 'ok' || answer.outcome === 'retryable')).toBe(true)
      expect(answers).toContainEqual(await under.carrier().register(asked))
      expect(await under.countOf(asked.orderId)).toBe(1)
    })

    test('a key that was never sent is not found', async () => {
      expect(await under.carrier().findByKey('ship-never & sent?')).toEqual({ outcome: 'ok', found: false })
    })
  })

  describe(`${name}: cancelling`, () => {
    test('a cancellation sent twice gets one answer; under another key it is already-cancelled', async () => {
      const { shipmentRef } = await registered()
      const answers = await Promise.all([cancelling(shipmentRef), cancelling(shipmentRef)])
      expect(answers).toContainEqual({ outcome: 'ok' })
      expect(await cancelling(shipmentRef)).toEqual({ outcome: 'ok' })
      expect(await cancelling(shipmentRef, `other-${shipmentRef}`)).toMatchObject({
        outcome: 'declined',
        reason: 'already-cancelled',
      })
    })
  })

  describe(`${name}: on the way`, () => {
    test.each([
      ['delivery', ['handed-over', 'in-transit', 'delivered']],
      ['delivery', ['handed-over', 'in-transit', 'refused', 'returned']],
      ['delivery', ['handed-over', 'lost']],
      ['pick-up', ['handed-over', 'in-transit', 'delivered']],
    ] as const)('a %s that goes %o is followed step by step, oldest first', async (kind, way) => {
      const { asked, shipmentRef } = await registered({ parcel: { ...parcel, kind } })
      for (const status of way) await under.moveTo(shipmentRef, status)
      const tracked = await under.carrier().track(shipmentRef)
      if (tracked.outcome !== 'ok') throw new Error(`not tracked: ${JSON.stringify(tracked)}`)
      expect(tracked.status).toBe(way.at(-1))
      expect(tracked.events.map(event => event.status)).toEqual(['registered', ...way])
      const times = tracked.events.map(event => event.at.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(await under.carrier().findByKey(asked.key)).toMatchObject({ status: way.at(-1) })
    })
  })
}
