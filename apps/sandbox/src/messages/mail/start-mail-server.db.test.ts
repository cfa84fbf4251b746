import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestSandbox, type TestSandbox } from '../../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterEach(() => sandbox.ask('/sandbox/faults', { method: 'DELETE' }))
afterAll(async () => await sandbox?.stop())

const send = async (to: string, more: Record<string, unknown> = {}) => {
  const { port } = new URL(sandbox.smtpUrl)
  const transport = createTransport({ host: '127.0.0.1', port: Number(port), socketTimeout: 1000 })
  try {
    return await transport.sendMail({ from: 'Shop <shop@example.com>', to, subject: 'Hello', text: 'Hi 안녕', ...more })
  } finally {
    transport.close()
  }
}
const inbox = async (to: string) =>
  (await (await sandbox.ask(`/sandbox/mails?to=${encodeURIComponent(to)}`)).json()) as {
    count: number
    mails: Record<string, unknown>[]
  }

test('a mailbox at .invalid does not exist: 550, and nothing is kept', async () => {
  await expect(send('nobody@example.invalid')).rejects.toMatchObject({ responseCode: 550 })
  expect(await inbox('nobody@example.invalid')).toMatchObject({ count: 0 })
})

test('a mail of more than a megabyte is refused with 552', async () => {
  await expect(send('big@example.com', { text: 'x'.repeat(1_200_000) })).rejects.toMatchObject({ responseCode: 552 })
  expect(await inbox('big@example.com')).toMatchObject({ count: 0 })
})

test.each([
  ['reject', { responseCode: 550 }],
  ['error', { responseCode: 451 }],
  ['down', { code: 'ECONNECTION' }],
])('a mail meets %s once, and then all is well', async (mode, error) => {
  const to = `${mode}@example.com`
  await sandbox.setFaults({ mail: { mode, times: 1 } })
  await expect(send(to)).rejects.toMatchObject(error)
  expect(await inbox(to)).toMatchObject({ count: 0 })
  await send(to)
  expect(await inbox(to)).toMatchObject({ count: 1 })
})

test('accept-then-drop keeps the mail and cuts the connection; the same Message-ID again is counted, not kept twice', async () => {
  const messageId = '<one@example.com>'
  await sandbox.setFaults({ mail: { mode: 'accept-then-drop', times: 1 } })
  await expect(send('drop@example.com', { messageId })).rejects.toMatchObject({ code: 'ECONNECTION' })
  await send('drop@example.com', { messageId, subject: 'changed' })
  const { count, mails } = await inbox('drop@example.com')
  expect(count).toBe(1)
  expect(mails).toMatchObject([{ messageId, subject: 'Hello', received: 2 }])
})

test('a slow mail arrives late', async () => {
  await sandbox.setFaults({ mail: { mode: 'slow', times: 1, delayMs: 300 } })
  const began = performance.now()
  await send('slow@example.com')
  expect(performance.now() - began).toBeGreaterThanOrEqual(290)
})

test('a mail is found by its address, whatever its letters’ size, with both forms and headers', async () => {
  await send('Hana@Example.com', { html: '<b>Hi</b>' })
  const { mails } = await inbox('hana@EXAMPLE.com')
  expect(mails).toMatchObject([
    { from: '"Shop" <shop@example.com>', to: ['hana@example.com'], subject: 'Hello', html: '<b>Hi</b>' },
  ])
  expect(mails[0]?.text).toMatch(/^Hi 안녕/)
  expect(mails[0]?.headers).toContainEqual(expect.stringMatching(/^Subject: Hello/))
})

test('the mail server listens on this machine only, and its mails outlive a restart', async () => {
  await send('restart@example.com')
  await sandbox.restart()
  expect(await inbox('restart@example.com')).toMatchObject({ count: 1 })
  expect(new URL(sandbox.smtpUrl).hostname).toBe('127.0.0.1')
  await send('restart@example.com')
  expect(await inbox('restart@example.com')).toMatchObject({ count: 2 })
})

test('a connection that talks nonsense harms nobody', async () => {
  const { port } = new URL(sandbox.smtpUrl)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\n\r\n')
  await new Promise(resolve => socket.once('data', resolve))
  socket.destroy()
  await send('after@example.com')
  expect(await inbox('after@example.com')).toMatchObject({ count: 1 })
})
