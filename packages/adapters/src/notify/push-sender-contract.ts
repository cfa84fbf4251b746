import type { Push, PushSender, PushSubscription } from '@makegood/core/ports/push-sender'
import { describe, expect, test } from 'vitest'

/** What a push sender under test must be able to show, so that the same promises are tried on each. */
export type PushSenderUnderTest = {
  readonly sender: () => PushSender
  /** Makes the next message go wrong so, once. */
  readonly nextPush: (behaviour: 'sends-then-silent' | 'fails' | 'is-cut-off') => Promise<unknown>
  readonly subscribe: (
    how?: 'for another shop',
  ) => Promise<{ readonly subscription: PushSubscription; readonly end: () => Promise<unknown> }>
  /** What this browser has got, opened, and how often each message came. */
  readonly browser: (
    subscription: PushSubscription,
  ) => Promise<readonly { readonly payload: string; readonly received: number }[]>
}

let serial = 0
export const pushOf = (subscription: PushSubscription, more: Partial<Push> = {}): Push => {
  serial += 1
  return {
    key: `push-${serial}`,
    subscription,
    title: '배송이 시작되었습니다',
    body: 'Your bowl is on its way',
    url: 'http://localhost:3000/ko/orders/ord_1',
    ...more,
  }
}

/** The promises of the push port; every adapter is held to all of them. */
export const describePushSender = (name: string, under: PushSenderUnderTest): void => {
  describe(`${name}: when it goes wrong`, () => {
    test('a message whose answer never comes is unknown; the same key takes its place, and is shown once', async () => {
      const { subscription } = await under.subscribe()
      const push = pushOf(subscription)
      await under.nextPush('sends-then-silent')
      expect(await under.sender().send(push)).toMatchObject({ outcome: 'unknown' })
      expect(await under.sender().send(push)).toMatchObject({ outcome: 'ok' })
      expect(await under.browser(subscription)).toMatchObject([{ received: 2 }])
    })

    test.each(['fails', 'is-cut-off'] as const)(
      'where the push service %s the message is unknown; the same key then arrives',
      async behaviour => {
        const { subscription } = await under.subscribe()
        const push = pushOf(subscription)
        await under.nextPush(behaviour)
        expect(await under.sender().send(push)).toMatchObject({ outcome: 'unknown' })
        expect(await under.sender().send(push)).toMatchObject({ outcome: 'ok' })
        expect(await under.browser(subscription)).toHaveLength(1)
      },
    )

    test('a subscription that was taken back is gone, and again', async () => {
      const { subscription, end } = await under.subscribe()
      await end()
      const first = await under.sender().send(pushOf(subscription))
      expect(first).toMatchObject({ outcome: 'refused', reason: 'subscription-gone' })
      expect(await under.sender().send(pushOf(subscription))).toEqual(first)
    })

    test('a subscription that nobody knows is gone', async () => {
      const { subscription } = await under.subscribe()
      const endpoint = `${subscription.endpoint}x`
      expect(await under.sender().send(pushOf({ ...subscription, endpoint }))).toMatchObject({
        reason: 'subscription-gone',
      })
    })

    test('a subscription made for another shop, or with broken keys, is invalid', async () => {
      const { subscription: others } = await under.subscribe('for another shop')
      expect(await under.sender().send(pushOf(others))).toMatchObject({ reason: 'subscription-invalid' })
      const { subscription } = await under.subscribe()
      for (const keys of [
        { ...subscription.keys, p256dh: 'AAAA' },
        { p256dh: '', auth: '' },
      ])
        expect(await under.sender().send(pushOf({ ...subscription, keys }))).toMatchObject({
          reason: 'subscription-invalid',
        })
    })

    test('a message too long for a push service is refused', async () => {
      const { subscription } = await under.subscribe()
      expect(await under.sender().send(pushOf(subscription, { body: 'x'.repeat(5000) }))).toMatchObject({
        outcome: 'refused',
        reason: 'message-rejected',
      })
    })
  })

  describe(`${name}: sending`, () => {
    test('only the browser can open a message: title, text, page and tag arrive', async () => {
      const { subscription } = await under.subscribe()
      const push = pushOf(subscription)
      expect(await under.sender().send(push)).toEqual({ outcome: 'ok', ref: expect.stringMatching(/^https?:/) })
      const [got] = await under.browser(subscription)
      const { title, body, url } = push
      expect(JSON.parse(got?.payload ?? '')).toEqual({ title, body, url, tag: expect.stringMatching(/^[\w-]{32}$/) })
    })

    test('two keys are two messages', async () => {
      const { subscription } = await under.subscribe()
      await under.sender().send(pushOf(subscription))
      await under.sender().send(pushOf(subscription))
      expect(await under.browser(subscription)).toHaveLength(2)
    })
  })
}
