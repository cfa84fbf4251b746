import { afterEach, expect, test } from 'vitest'
import { type SmtpScript, startScriptedSmtp } from '../../test/start-scripted-smtp.ts'
import { OutsideMisuseError } from '../outside/outside-misuse-error.ts'
import { mailOf } from './mailer-contract.ts'
import { makeMessageId } from './make-message-id.ts'
import { createSmtpMailer } from './smtp-mailer.ts'

let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
})

const mailerWith = async (script: SmtpScript) => {
  const server = await startScriptedSmtp(script)
  const mailer = createSmtpMailer({ url: server.url, from: 'Makegood <orders@makegood.example>', timeoutMs: 500 })
  stop = async () => {
    mailer.close()
    await server.stop()
  }
  return mailer
}

test.each([
  ['a full mailbox', { RCPT: '452 4.2.2 full' }, { outcome: 'retryable' }],
  ['a server that closes for the night', { MAIL: '421 4.3.2 closing' }, { outcome: 'retryable' }],
  ['a greeting of 554', { hello: '554 no service' }, { outcome: 'retryable' }],
  ['a cut before the mail', { RCPT: 'cut' }, { outcome: 'unknown' }],
  ['a cut after the mail', { '.': 'cut' }, { outcome: 'unknown' }],
  ['a mail taken for spam', { '.': '554 5.7.1 spam' }, { outcome: 'refused', reason: 'message-rejected' }],
  ['a mail too large', { MAIL: '552 5.3.4 too large' }, { outcome: 'refused', reason: 'message-rejected' }],
  ['a mailbox that is gone', { RCPT: '550 5.1.1 gone' }, { outcome: 'refused', reason: 'address-rejected' }],
])('%s is told as it is', async (_what, script, answer) => {
  const mailer = await mailerWith(script as SmtpScript)
  expect(await mailer.send(mailOf())).toMatchObject(answer)
})

test('a server that refuses the shop’s own address is a wrong setting of ours', async () => {
  const mailer = await mailerWith({ MAIL: '553 5.7.1 not your address' })
  await expect(mailer.send(mailOf())).rejects.toThrow(OutsideMisuseError)
})

test('one key has one Message-ID under the shop’s own domain, another key another', () => {
  const from = 'Makegood <orders@makegood.example>'
  expect(makeMessageId('a', from)).toBe(makeMessageId('a', from))
  expect(makeMessageId('a', from)).not.toBe(makeMessageId('b', from))
  expect(makeMessageId('a', from)).toMatch(/^<[0-9a-f]{40}@makegood\.example>$/)
  expect(makeMessageId('a', 'orders@shop.example')).toMatch(/@shop\.example>$/)
})
