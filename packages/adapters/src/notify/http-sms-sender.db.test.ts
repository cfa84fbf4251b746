import type { SmsSender } from '@makegood/core/ports/sms-sender'
import { beforeEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../../test/use-sandbox.ts'
import { OutsideMisuseError } from '../outside/outside-misuse-error.ts'
import { createHttpSmsSender } from './http-sms-sender.ts'
import { describeSmsSender, smsOf } from './sms-sender-contract.ts'

const { sandbox, controls } = useSandbox()

const newSender = (more: Partial<Parameters<typeof createHttpSmsSender>[0]> = {}) =>
  createHttpSmsSender({ ...sandbox().messages.sms, from: '+15005550006', timeoutMs: 700, ...more })

// A circuit of its own for each test: the contract makes calls fail on purpose.
let sender: SmsSender
beforeEach(() => {
  sender = newSender()
})

const faults = { 'sends-then-silent': 'send-then-timeout', fails: 'error500', 'is-cut-off': 'down' } as const

describeSmsSender('Twilio’s API, played by the sandbox', {
  sender: () => sender,
  nextSms: behaviour => controls().setFaults({ sms: { mode: faults[behaviour], times: 1 } }),
  phone: async to => (await controls().smsTo(to)).messages,
  refusedNumber: {
    'number-invalid': '+15005550001',
    'number-not-reachable': '+15005550009',
    unsubscribed: '+15005550004',
  },
})

describe('the SMS adapter', () => {
  test('a provider that is asked with a wrong token is our defect, not the shopper’s', async () => {
    await expect(newSender({ authToken: 'somebody-else-s-token' }).send(smsOf())).rejects.toThrow(OutsideMisuseError)
  })

  test('a decline by the switch is told in the shop’s words', async () => {
    await controls().setFaults({ sms: { mode: 'decline', times: 1 } })
    expect(await sender.send(smsOf())).toMatchObject({ outcome: 'refused', reason: 'unsubscribed' })
  })

  test('a slow provider is waited for within bounds', async () => {
    await controls().setFaults({ sms: { mode: 'slow', times: 1, delayMs: 200 } })
    expect(await sender.send(smsOf())).toMatchObject({ outcome: 'ok' })
  })

  test('a provider that is down is left alone once its circuit opens, and is tried again after a while', async () => {
    const guarded = newSender({ breaker: { failurePart: 0.5, withinMs: 1000, callsMin: 4, halfOpenAfterMs: 100 } })
    await controls().setFaults({ sms: { mode: 'down' } })
    const outcomes: string[] = []
    for (let n = 0; n < 30 && outcomes.at(-1) !== 'retryable'; n += 1)
      outcomes.push((await guarded.send(smsOf())).outcome)
    expect(outcomes.at(-1)).toBe('retryable')
    await controls().clearFaults()
    const after = smsOf()
    await expect.poll(async () => (await guarded.send(after)).outcome, { timeout: 5000 }).toBe('ok')
    expect((await controls().smsTo(after.to)).count).toBe(1)
  })
})
