import type { DataPlatform, DataRecord } from '@makegood/core/ports/data-platform'
import { describe, expect, test } from 'vitest'

/** What a data platform under test must be able to show, so that the same promises are tried on each. */
export type DataPlatformUnderTest = {
  readonly platform: () => DataPlatform
  /** Makes the next delivery go wrong so, once. */
  readonly nextDelivery: (behaviour: 'stores-then-silent' | 'fails' | 'is-cut-off') => Promise<unknown>
  /** What the platform has of an order, and how often each record came. */
  readonly records: (
    orderId: string,
  ) => Promise<readonly { id: string; name: string; at: string; data: unknown; received: number }[]>
}

let serial = 0
export const recordsOf = (count: number) => {
  serial += 1
  const orderId = `ord_${Date.now().toString(36)}${serial}`
  const records = Array.from(
    { length: count },
    (_, n): DataRecord => ({
      id: `evt_${orderId}_${n}`,
      name: 'order/processed',
      at: new Date('2026-11-26T01:02:03.004Z'),
      data: { orderId, total: { amountMinor: '148000', currency: 'KRW' }, name: '달항아리' },
    }),
  )
  return { orderId, records }
}

/** The promises of the data platform's port; every adapter is held to all of them. */
export const describeDataPlatform = (name: string, under: DataPlatformUnderTest): void => {
  describe(`${name}: when it goes wrong`, () => {
    test('a delivery whose answer never comes is unknown; delivered again, each record is stored once', async () => {
      const { orderId, records } = recordsOf(3)
      await under.nextDelivery('stores-then-silent')
      expect(await under.platform().deliver(records)).toMatchObject({ outcome: 'unknown' })
      expect(await under.platform().deliver(records)).toEqual({ outcome: 'ok', accepted: 3 })
      expect(await under.records(orderId)).toMatchObject([{ received: 2 }, { received: 2 }, { received: 2 }])
    })

    test.each(['fails', 'is-cut-off'] as const)(
      'where the platform %s the delivery is unknown; delivered again it is stored',
      async behaviour => {
        const { orderId, records } = recordsOf(2)
        await under.nextDelivery(behaviour)
        expect(await under.platform().deliver(records)).toMatchObject({ outcome: 'unknown' })
        expect(await under.platform().deliver(records)).toEqual({ outcome: 'ok', accepted: 2 })
        expect(await under.records(orderId)).toHaveLength(2)
      },
    )

    test('records that can never be stored are named, and the others are not stored with them', async () => {
      const { orderId, records } = recordsOf(3)
      const [first, second] = records
      if (first === undefined || second === undefined) throw new Error('three records were asked for')
      const wrong = { ...second, data: { orderId, text: 'x'.repeat(20_000) } }
      expect(await under.platform().deliver([first, wrong])).toEqual({
        outcome: 'refused',
        reason: 'records-invalid',
        recordIds: [second.id],
        detail: expect.any(String),
      })
      expect(await under.records(orderId)).toEqual([])
    })

    test('more records than go at once are refused loudly, and none is stored', async () => {
      const { orderId, records } = recordsOf(501)
      await expect(under.platform().deliver(records)).rejects.toThrow(/At most 500/)
      expect(await under.records(orderId)).toEqual([])
    })
  })

  describe(`${name}: delivering`, () => {
    test('a record arrives as it was given', async () => {
      const { orderId, records } = recordsOf(1)
      expect(await under.platform().deliver(records)).toEqual({ outcome: 'ok', accepted: 1 })
      const [given] = records
      expect(await under.records(orderId)).toEqual([{ ...given, at: given?.at.toISOString(), received: 1 }])
    })

    test('five hundred records go at once', async () => {
      const { records } = recordsOf(500)
      expect(await under.platform().deliver(records)).toEqual({ outcome: 'ok', accepted: 500 })
    })

    test('deliveries that overlap, at once and in one batch, store each record once', async () => {
      const { orderId, records } = recordsOf(4)
      const answers = await Promise.all([
        under.platform().deliver(records),
        under.platform().deliver(records.toReversed()),
        under.platform().deliver([...records, ...records]),
      ])
      expect(answers.map(answer => answer.outcome)).toEqual(['ok', 'ok', 'ok'])
      expect(await under.records(orderId)).toHaveLength(4)
    })

    test('nothing to deliver is delivered', async () => {
      expect(await under.platform().deliver([])).toEqual({ outcome: 'ok', accepted: 0 })
    })
  })
}
