import type { PushSender } from '@makegood/core/ports/push-sender'
import { beforeEach, describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { useSandbox } from '../../test/use-sandbox.ts'
import { describePushSender, pushOf } from './push-sender-contract.ts'
import { createWebPushSender } from './web-push-sender.ts'

const { sandbox, controls } = useSandbox()
const vapid = { subject: 'mailto:orders@makegood.example', ...webPush.generateVAPIDKeys() }

const newSender = (more: Partial<Parameters<typeof createWebPushSender>[0]> = {}) =>
  createWebPushSender({ vapid, moreOrigins: [new URL(sandbox().url).origin], timeoutMs: 700, ...more })

// Circuits of its own for each test: the contract makes calls fail on purpose.
let sender: PushSender
beforeEach(() => {
  sender = newSender()
})

const subscribe = async (how?: 'for another shop') => {
  const key = how === undefined ? vapid.publicKey : webPush.generateVAPIDKeys().publicKey
  const { id, endpoint, keys } = await controls().newPushSubscription(key)
  return { subscription: { endpoint, keys }, end: () => controls().endPushSubscription(id) }
}

const faults = { 'sends-then-silent': 'send-then-timeout', fails: 'error500', 'is-cut-off': 'down' } as const

describePushSender('Web Push, played by the sandbox', {
  sender: () => sender,
  nextPush: behaviour => controls().setFaults({ push: { mode: faults[behaviour], times: 1 } }),
  subscribe,
  browser: async ({ endpoint }) => {
    const id = new URL(endpoint).pathname.split('/').at(-1) ?? ''
    return (await controls().pushMessagesOf(id)).messages
  },
})

describe('the Web Push adapter', () => {
  test('a subscription anywhere but at a known push service is invalid, and nothing is sent there', async () => {
    const { subscription } = await subscribe()
    const strict = newSender({ moreOrigins: [] })
    expect(await strict.send(pushOf(subscription))).toMatchObject({ reason: 'subscription-invalid' })
    const id = new URL(subscription.endpoint).pathname.split('/').at(-1) ?? ''
    expect((await controls().pushMessagesOf(id)).count).toBe(0)
  })

  test('a decline by the switch is a subscription gone', async () => {
    const { subscription } = await subscribe()
    await controls().setFaults({ push: { mode: 'decline', times: 1 } })
    expect(await sender.send(pushOf(subscription))).toMatchObject({ reason: 'subscription-gone' })
  })

  test('a push service that is down is left alone once its circuit opens, and is tried again after a while', async () => {
    const { subscription } = await subscribe()
    const guarded = newSender({ breaker: { failurePart: 0.5, withinMs: 1000, callsMin: 4, halfOpenAfterMs: 100 } })
    await controls().setFaults({ push: { mode: 'down' } })
    const outcomes: string[] = []
    for (let n = 0; n < 30 && outcomes.at(-1) !== 'retryable'; n += 1)
      outcomes.push((await guarded.send(pushOf(subscription))).outcome)
    expect(outcomes.at(-1)).toBe('retryable')
    await controls().clearFaults()
    await expect.poll(async () => (await guarded.send(pushOf(subscription))).outcome, { timeout: 5000 }).toBe('ok')
  })
})
