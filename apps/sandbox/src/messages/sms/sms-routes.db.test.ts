import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { smsAccount, startTestSandbox, type TestSandbox } from '../../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterEach(() => sandbox.ask('/sandbox/faults', { method: 'DELETE' }))
afterAll(async () => await sandbox?.stop())

const basic = (sid: string, token: string) => `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}`

const send = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  sandbox.ask(`/sms/2010-04-01/Accounts/${smsAccount.sid}/Messages.json`, {
    method: 'POST',
    body: new URLSearchParams({ From: '+15005550006', Body: 'Hello', ...form }),
    headers: { authorization: basic(smsAccount.sid, smsAccount.token), ...headers },
  })
const sent = async (to: string) =>
  (await (await sandbox.ask(`/sandbox/sms?to=${encodeURIComponent(to)}`)).json()) as { count: number }

test.each([
  [{ authorization: 'Basic bm9ib2R5' }, 401, 20003],
  [{ authorization: basic(smsAccount.sid, 'wrong') }, 401, 20003],
])('with the wrong credentials nothing is sent: Twilio’s 20003', async (headers, status, code) => {
  const answer = await send({ To: '+821011112222' }, headers)
  expect([answer.status, await answer.json()]).toEqual([
    status,
    { code, message: 'Authenticate', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  ])
})

test.each([
  [{ To: '' }, 21604],
  [{ To: '010-1234-5678' }, 21211],
  [{ To: '+15005550001' }, 21211],
  [{ To: '+15005550009' }, 21614],
  [{ To: '+15005550004' }, 21610],
  [{ To: '+821011112222', Body: '' }, 21602],
  [{ To: '+821011112222', From: '' }, 21603],
  [{ To: '+821011112222', Body: 'x'.repeat(1601) }, 21617],
])('%o is refused with Twilio’s code %i', async (form, code) => {
  const answer = await send(form)
  expect([answer.status, await answer.json()]).toMatchObject([400, { code, status: 400 }])
})

test('a message is answered as Twilio does, and the same token again gets the same answer', async () => {
  const headers = { 'i-twilio-idempotency-token': 'token-1' }
  const first = await send({ To: '+821011110001' }, headers)
  const body = await first.json()
  expect([first.status, body]).toMatchObject([
    201,
    {
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      account_sid: smsAccount.sid,
      status: 'queued',
      to: '+821011110001',
      from: '+15005550006',
      body: 'Hello',
      num_segments: '1',
      error_code: null,
    },
  ])
  const again = await send({ To: '+821011110001' }, headers)
  expect([again.status, await again.json()]).toEqual([201, body])
  expect(await sent('+821011110001')).toMatchObject({ count: 1 })
  expect((await send({ To: '+821011110001', Body: 'other' }, headers)).status).toBe(400)
})

test('two requests of one token at once send one message', async () => {
  const headers = { 'i-twilio-idempotency-token': 'token-2' }
  const answers = await Promise.all([1, 2, 3].map(() => send({ To: '+821011110002' }, headers)))
  const bodies = await Promise.all(answers.map(answer => answer.text()))
  expect(new Set(bodies).size).toBe(1)
  expect(await sent('+821011110002')).toMatchObject({ count: 1 })
})

test('send-then-timeout sends, cuts the connection after its delay, and answers the token when it is sent again', async () => {
  const headers = { 'i-twilio-idempotency-token': 'token-3' }
  await sandbox.setFaults({ sms: { mode: 'send-then-timeout', times: 1, delayMs: 100 } })
  await expect(send({ To: '+821011110003' }, headers)).rejects.toThrow('fetch failed')
  expect((await send({ To: '+821011110003' }, headers)).status).toBe(201)
  expect(await sent('+821011110003')).toMatchObject({ count: 1 })
})

test('error500 and down do nothing', async () => {
  await sandbox.setFaults({ sms: { mode: 'error500', times: 1 } })
  expect((await send({ To: '+821011110004' })).status).toBe(500)
  await sandbox.setFaults({ sms: { mode: 'down', times: 1 } })
  await expect(send({ To: '+821011110004' })).rejects.toThrow('fetch failed')
  expect(await sent('+821011110004')).toMatchObject({ count: 0 })
})
