import type { Carrier, RegisterShipmentAnswer } from '@makegood/core/ports/carrier'
import { expect, test } from 'vitest'
import { cancelParcel } from './register-parcel.ts'

/** A carrier with one parcel for each key, and what was asked of it. */
const createCarrier = (changes: Partial<Carrier> = {}) => {
  const parcels = new Map<string, 'registered' | 'cancelled'>()
  const asked: string[] = []
  const carrier: Carrier = {
    register: async ({ key }): Promise<RegisterShipmentAnswer> => {
      asked.push('register')
      if (!parcels.has(key)) parcels.set(key, 'registered')
      return {
        outcome: 'ok',
        shipmentRef: key,
        trackingNo: '1',
        carrierName: 'Test',
        trackingUrl: 'http://carrier.test',
      }
    },
    cancel: async ({ shipmentRef }) => {
      asked.push('cancel')
      parcels.set(shipmentRef, 'cancelled')
      return { outcome: 'ok' }
    },
    findByKey: async key => {
      const status = parcels.get(key)
      return status
        ? { outcome: 'ok', found: true, shipmentRef: key, trackingNo: '1', status }
        : { outcome: 'ok', found: false }
    },
    track: () => Promise.reject(new Error('nobody tracks here')),
    ...changes,
  }
  return { carrier, parcels, asked }
}
const ready = async () => ({ orderId: 'ord_1' })

test('a registration that the carrier gets to only after its undo makes no parcel that travels', async () => {
  const { carrier, parcels } = createCarrier()
  await cancelParcel(carrier, 'key', ready)
  await carrier.register({ key: 'key' } as Parameters<Carrier['register']>[0])
  expect([...parcels]).toEqual([['key', 'cancelled']])
})

test('a parcel that is there is taken back without another one being asked for; one that is back is left alone', async () => {
  const { carrier, parcels, asked } = createCarrier()
  parcels.set('key', 'registered')
  await cancelParcel(carrier, 'key', ready)
  await cancelParcel(carrier, 'key', ready)
  expect(asked).toEqual(['cancel'])
})

test('a parcel that the carrier refuses under its key has nothing to be taken back', async () => {
  const { carrier, asked } = createCarrier({
    register: async () => ({ outcome: 'declined', reason: 'address-not-served', carrierCode: 'ADDRESS_NOT_SERVED' }),
  })
  await cancelParcel(carrier, 'key', ready)
  expect(asked).toEqual([])
})

test('a carrier that cannot say, or gives no answer, leaves the undo to be tried again', async () => {
  const away = { outcome: 'unknown', detail: 'no answer' } as const
  for (const changes of [{ findByKey: async () => away }, { register: async () => away }])
    await expect(cancelParcel(createCarrier(changes).carrier, 'key', ready)).rejects.toThrow('no answer')
  const { carrier, parcels } = createCarrier({ cancel: async () => away })
  parcels.set('key', 'registered')
  await expect(cancelParcel(carrier, 'key', ready)).rejects.toThrow('no answer')
})
