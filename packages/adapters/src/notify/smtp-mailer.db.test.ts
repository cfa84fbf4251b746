import type { Mailer } from '@makegood/core/ports/mailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../../test/use-sandbox.ts'
import { describeMailer, mailOf } from './mailer-contract.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

const { sandbox, controls } = useSandbox()

const newMailer = (more: Partial<Parameters<typeof createSmtpMailer>[0]> = {}) =>
  createSmtpMailer({
    url: sandbox().messages.smtpUrl,
    from: 'Makegood <orders@makegood.example>',
    timeoutMs: 2500,
    ...more,
  })

let mailer: Mailer & { close: () => void }
beforeEach(() => {
  mailer = newMailer()
})
afterEach(() => mailer.close())

const faults = {
  'arrives-then-cut': 'accept-then-drop',
  'is-put-off': 'error',
  'is-cut-off': 'down',
  'is-silent': 'slow',
} as const

describeMailer('SMTP, played by the sandbox', {
  mailer: () => mailer,
  nextMail: behaviour =>
    controls().setFaults({
      mail: { mode: faults[behaviour], times: 1, ...(behaviour === 'is-silent' ? { delayMs: 3500 } : {}) },
    }),
  inbox: async to => (await controls().mailsTo(to)).mails,
  noMailbox: 'nobody@example.invalid',
})

describe('the SMTP adapter', () => {
  test('a refusal by the switch is told in the shop’s words, with what the server said', async () => {
    await controls().setFaults({ mail: { mode: 'reject', times: 1 } })
    expect(await mailer.send(mailOf())).toEqual({
      outcome: 'refused',
      reason: 'address-rejected',
      detail: expect.stringContaining('550'),
    })
  })

  test('a server that nobody runs is retryable: nothing has been sent', async () => {
    const nowhere = newMailer({ url: 'smtp://127.0.0.1:9' })
    expect(await nowhere.send(mailOf())).toMatchObject({
      outcome: 'retryable',
      detail: expect.stringContaining('ECONNREFUSED'),
    })
    nowhere.close()
  })

  test('a mail server that is down is left alone once its circuit opens, and is tried again after a while', async () => {
    const guarded = newMailer({ breaker: { failurePart: 0.5, withinMs: 1000, callsMin: 4, halfOpenAfterMs: 100 } })
    await controls().setFaults({ mail: { mode: 'down' } })
    const details: string[] = []
    for (let n = 0; n < 30 && details.at(-1)?.includes('left alone') !== true; n += 1) {
      const answer = await guarded.send(mailOf())
      details.push('detail' in answer ? answer.detail : answer.outcome)
    }
    expect(details.at(-1)).toContain('left alone')
    await controls().clearFaults()
    const after = mailOf()
    await expect.poll(async () => (await guarded.send(after)).outcome, { timeout: 5000 }).toBe('ok')
    guarded.close()
  })
})
