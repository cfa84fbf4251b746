import type { DataPlatform } from '@makegood/core/ports/data-platform'
import { beforeEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../../test/use-sandbox.ts'
import { OutsideMisuseError } from '../outside/outside-misuse-error.ts'
import { describeDataPlatform, recordsOf } from './data-platform-contract.ts'
import { createHttpDataPlatform } from './http-data-platform.ts'

const { sandbox, controls } = useSandbox()

const newPlatform = (more: Partial<Parameters<typeof createHttpDataPlatform>[0]> = {}) =>
  createHttpDataPlatform({ ...sandbox().messages.dataPlatform, timeoutMs: 1000, ...more })

// A circuit of its own for each test: the contract makes calls fail on purpose.
let platform: DataPlatform
beforeEach(() => {
  platform = newPlatform()
})

const faults = { 'stores-then-silent': 'store-then-timeout', fails: 'error500', 'is-cut-off': 'down' } as const

describeDataPlatform('The sandbox’s data platform', {
  platform: () => platform,
  nextDelivery: behaviour => controls().setFaults({ 'data-platform': { mode: faults[behaviour], times: 1 } }),
  records: async orderId => (await controls().recordsOf(orderId)).records,
})

describe('the data platform’s adapter', () => {
  test('a platform that is asked with a wrong key is our defect: the records wait', async () => {
    await expect(newPlatform({ apiKey: 'somebody-else-s-key' }).deliver(recordsOf(1).records)).rejects.toThrow(
      OutsideMisuseError,
    )
  })

  test('a platform that is down is left alone once its circuit opens, and gets everything once it is back', async () => {
    const guarded = newPlatform({ breaker: { failurePart: 0.5, withinMs: 1000, callsMin: 4, halfOpenAfterMs: 100 } })
    await controls().setFaults({ 'data-platform': { mode: 'down' } })
    const outcomes: string[] = []
    for (let n = 0; n < 30 && outcomes.at(-1) !== 'retryable'; n += 1)
      outcomes.push((await guarded.deliver(recordsOf(1).records)).outcome)
    expect(outcomes.at(-1)).toBe('retryable')
    await controls().clearFaults()
    const { orderId, records } = recordsOf(2)
    await expect.poll(async () => (await guarded.deliver(records)).outcome, { timeout: 5000 }).toBe('ok')
    expect((await controls().recordsOf(orderId)).count).toBe(2)
  })
})
