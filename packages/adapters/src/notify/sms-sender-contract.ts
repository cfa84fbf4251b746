import type { Sms, SmsRefusal, SmsSender } from '@makegood/core/ports/sms-sender'
import { describe, expect, test } from 'vitest'

/** What an SMS sender under test must be able to show, so that the same promises are tried on each. */
export type SmsSenderUnderTest = {
  readonly sender: () => SmsSender
  /** Makes the next message go wrong so, once. */
  readonly nextSms: (behaviour: 'sends-then-silent' | 'fails' | 'is-cut-off') => Promise<unknown>
  /** What arrived at this number, in international form. */
  readonly phone: (to: string) => Promise<readonly { sid: string; body: string }[]>
  /** A number that the provider refuses for this reason. */
  readonly refusedNumber: Readonly<Record<Exclude<SmsRefusal, 'message-rejected'>, string>>
}

let serial = 0
export const smsOf = (more: Partial<Sms> = {}): Sms => {
  serial += 1
  const number = String(Date.now() * 100 + serial).slice(-8)
  return { key: `sms-${number}`, to: `+8210${number}`, body: `주문 ${number}: 배송이 시작되었습니다`, ...more }
}

/** The promises of the SMS port; every adapter is held to all of them. */
export const describeSmsSender = (name: string, under: SmsSenderUnderTest): void => {
  describe(`${name}: when it goes wrong`, () => {
    test('a message whose answer never comes is unknown; the same key sends no second one', async () => {
      const sms = smsOf()
      await under.nextSms('sends-then-silent')
      expect(await under.sender().send(sms)).toMatchObject({ outcome: 'unknown' })
      const again = await under.sender().send(sms)
      expect(again).toMatchObject({ outcome: 'ok' })
      expect(await under.phone(sms.to)).toEqual([
        expect.objectContaining({ sid: 'ref' in again ? again.ref : 'none', body: sms.body }),
      ])
    })

    test.each(['fails', 'is-cut-off'] as const)(
      'where the provider %s the message is unknown; the same key then sends one',
      async behaviour => {
        const sms = smsOf()
        await under.nextSms(behaviour)
        expect(await under.sender().send(sms)).toMatchObject({ outcome: 'unknown' })
        expect(await under.sender().send(sms)).toMatchObject({ outcome: 'ok' })
        expect(await under.phone(sms.to)).toHaveLength(1)
      },
    )

    test.each(['number-invalid', 'number-not-reachable', 'unsubscribed'] as const)(
      'a number is refused as %s, and again',
      async reason => {
        const sms = smsOf({ to: under.refusedNumber[reason] })
        const first = await under.sender().send(sms)
        expect(first).toMatchObject({ outcome: 'refused', reason })
        expect(await under.sender().send(sms)).toEqual(first)
      },
    )

    test.each(['', '12', 'no number'])('%j is no number: refused', async to => {
      expect(await under.sender().send(smsOf({ to }))).toMatchObject({ outcome: 'refused', reason: 'number-invalid' })
    })

    test.each(['', 'x'.repeat(1601)])('an empty or endless message is refused', async body => {
      expect(await under.sender().send(smsOf({ body }))).toMatchObject({ reason: 'message-rejected' })
    })

    test('a key that comes back with another message is refused loudly, and nothing more is sent', async () => {
      const sms = smsOf()
      await under.sender().send(sms)
      await expect(under.sender().send({ ...sms, body: 'another' })).rejects.toThrow(/refused a request of ours/)
      expect(await under.phone(sms.to)).toHaveLength(1)
    })
  })

  describe(`${name}: sending`, () => {
    test('two requests of one key at once send one message', async () => {
      const sms = smsOf()
      const answers = await Promise.all([under.sender().send(sms), under.sender().send(sms)])
      expect(answers[0]).toMatchObject({ outcome: 'ok' })
      expect(answers[1]).toEqual(answers[0])
      expect(await under.phone(sms.to)).toHaveLength(1)
    })

    test('a number as a shopper writes it reaches the same telephone', async () => {
      const sms = smsOf()
      const written = `010-${sms.to.slice(5, 9)}-${sms.to.slice(9)}`
      expect(await under.sender().send({ ...sms, to: written })).toMatchObject({ outcome: 'ok' })
      expect(await under.phone(sms.to)).toHaveLength(1)
    })
  })
}
