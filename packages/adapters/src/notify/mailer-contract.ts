import type { Mail, Mailer } from '@makegood/core/ports/mailer'
import { describe, expect, test } from 'vitest'

/** What a mailer under test must be able to show, so that the same promises are tried on each. */
export type MailerUnderTest = {
  readonly mailer: () => Mailer
  /** Makes the next mail go wrong so, once. */
  readonly nextMail: (behaviour: 'arrives-then-cut' | 'is-put-off' | 'is-cut-off' | 'is-silent') => Promise<unknown>
  /** What lies in this mailbox, and how often each mail came. */
  readonly inbox: (
    to: string,
  ) => Promise<readonly { messageId: string; subject: string; html: string; text: string; received: number }[]>
  /** An address that the server does not take. */
  readonly noMailbox: string
}

let serial = 0
export const mailOf = (more: Partial<Mail> = {}): Mail => {
  serial += 1
  const id = `${Date.now().toString(36)}${serial}`
  return {
    key: `mail-${id}`,
    to: `shopper-${id}@example.com`,
    subject: `Your order ${id}: 주문이 확정되었습니다`,
    html: '<p>Hello, <b>김하늘</b></p>',
    text: 'Hello, 김하늘',
    ...more,
  }
}

/** The promises of the mail port; every adapter is held to all of them. */
export const describeMailer = (name: string, under: MailerUnderTest): void => {
  describe(`${name}: when it goes wrong`, () => {
    test('a mail that arrived but was never answered is unknown; sent again it is known as the same mail', async () => {
      const mail = mailOf()
      await under.nextMail('arrives-then-cut')
      expect(await under.mailer().send(mail)).toMatchObject({ outcome: 'unknown' })
      const again = await under.mailer().send(mail)
      expect(again).toMatchObject({ outcome: 'ok' })
      expect(await under.inbox(mail.to)).toMatchObject([
        { messageId: 'ref' in again ? again.ref : 'none', received: 2, subject: mail.subject },
      ])
    })

    test('a mail to a mailbox that does not exist is refused, and again', async () => {
      const mail = mailOf({ to: under.noMailbox })
      const first = await under.mailer().send(mail)
      expect(first).toMatchObject({ outcome: 'refused', reason: 'address-rejected' })
      expect(await under.mailer().send(mail)).toEqual(first)
    })

    test.each(['', 'nobody', 'a@example.com, b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>'])(
      'an address like %j is refused and sends nothing to anyone',
      async to => {
        expect(await under.mailer().send(mailOf({ to }))).toMatchObject({ reason: 'address-rejected' })
        expect(await under.inbox('b@example.com')).toEqual([])
      },
    )

    test('a subject cannot smuggle in a header of its own', async () => {
      const mail = mailOf({ subject: 'Hello\r\nBcc: b@example.com\r\n\r\nowned' })
      expect(await under.mailer().send(mail)).toMatchObject({ outcome: 'ok' })
      expect(await under.inbox('b@example.com')).toEqual([])
      expect(await under.inbox(mail.to)).toMatchObject([{ text: expect.stringContaining(mail.text) }])
    })

    test('a mail larger than the server takes is refused', async () => {
      const mail = mailOf({ text: 'x'.repeat(2 * 1024 * 1024) })
      expect(await under.mailer().send(mail)).toMatchObject({ outcome: 'refused', reason: 'message-rejected' })
      expect(await under.inbox(mail.to)).toEqual([])
    })

    test('a mail that is put off did nothing and is retryable', async () => {
      const mail = mailOf()
      await under.nextMail('is-put-off')
      expect(await under.mailer().send(mail)).toMatchObject({ outcome: 'retryable' })
      expect(await under.inbox(mail.to)).toEqual([])
      expect(await under.mailer().send(mail)).toMatchObject({ outcome: 'ok' })
    })

    test.each(['is-cut-off', 'is-silent'] as const)(
      'where the server %s nothing is guessed; the same key then arrives',
      async behaviour => {
        const mail = mailOf()
        await under.nextMail(behaviour)
        expect((await under.mailer().send(mail)).outcome).toMatch(/^(unknown|retryable)$/)
        expect(await under.mailer().send(mail)).toMatchObject({ outcome: 'ok' })
        expect(await under.inbox(mail.to)).toHaveLength(1)
      },
    )
  })

  describe(`${name}: sending`, () => {
    test('a mail arrives whole, in both forms and all letters', async () => {
      const mail = mailOf()
      expect(await under.mailer().send(mail)).toEqual({ outcome: 'ok', ref: expect.stringMatching(/^<.+@.+>$/) })
      const [arrived] = await under.inbox(mail.to)
      expect(arrived).toMatchObject({ subject: mail.subject, received: 1 })
      expect(arrived?.html.trim()).toBe(mail.html)
      expect(arrived?.text.trim()).toBe(mail.text)
    })

    test('twenty mails at once all arrive, each once', async () => {
      const mails = Array.from({ length: 20 }, () => mailOf({ to: 'twenty@example.com' }))
      const answers = await Promise.all(mails.map(mail => under.mailer().send(mail)))
      expect(answers.every(answer => answer.outcome === 'ok')).toBe(true)
      const arrived = await under.inbox('twenty@example.com')
      expect(arrived).toHaveLength(20)
      expect(arrived.every(mail => mail.received === 1)).toBe(true)
    })
  })
}
