import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smsAccount, startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const evil = '<script>alert(1)</script>'
const page = async (path: string) => await (await sandbox.ask(path)).text()

const sendMail = async (subject: string, html: string) => {
  const { port } = new URL(sandbox.smtpUrl)
  const transport = createTransport({ host: '127.0.0.1', port: Number(port) })
  await transport.sendMail({ from: 'shop@example.com', to: 'hana@example.com', subject, html, text: `text ${evil}` })
  transport.close()
  const { mails } = (await (await sandbox.ask('/sandbox/mails')).json()) as { mails: { id: string }[] }
  return mails[0]?.id ?? ''
}

test('a mail’s own HTML runs nothing: no script by policy, in a frame without rights', async () => {
  const id = await sendMail(`Hi ${evil}`, `<p>Hello</p>${evil}`)
  const own = await sandbox.ask(`/sandbox/inbox/mails/${id}/html`)
  expect(await own.text()).toContain(evil)
  const policy = own.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/default-src 'none'.*sandbox allow-popups/)
  expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/)
  expect(own.headers.get('x-content-type-options')).toBe('nosniff')
  const text = await page(`/sandbox/inbox/mails/${id}`)
  expect(text).not.toContain('<script')
  expect(text).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox"`)
  expect(text).toContain(`src="/sandbox/inbox/mails/${id}/html"`)
})

test('the inbox lists mails and shows one with its text and headers, all escaped', async () => {
  const id = await sendMail(`List ${evil}`, '<p>Hello</p>')
  const list = await page('/sandbox/inbox')
  expect(list).toContain(`href="/sandbox/inbox/mails/${id}"`)
  expect(list).toContain('List &lt;script&gt;')
  expect(list).not.toContain('<script')
  const mail = await page(`/sandbox/inbox/mails/${id}`)
  expect(mail).toContain('text &lt;script&gt;')
  expect(mail).toContain('Content-Type: multipart/alternative')
})

test.each(['999999', 'x', '1e9', '%00'])('a mail %s that is not there is 404', async id => {
  expect((await sandbox.ask(`/sandbox/inbox/mails/${id}`)).status).toBe(404)
  expect((await sandbox.ask(`/sandbox/inbox/mails/${id}/html`)).status).toBe(404)
})

test('SMS and push messages have lists of their own, and the front page leads there', async () => {
  await sandbox.ask(`/sms/2010-04-01/Accounts/${smsAccount.sid}/Messages.json`, {
    method: 'POST',
    body: new URLSearchParams({ To: '+821011112222', From: '+15005550006', Body: evil }),
    headers: {
      authorization: `Basic ${Buffer.from(`${smsAccount.sid}:${smsAccount.token}`).toString('base64')}`,
    },
  })
  const sms = await page('/sandbox/inbox/sms')
  expect(sms).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(sms).not.toContain('<script')
  expect(await page('/sandbox/inbox/push')).toContain('No push message yet')
  expect(await page('/')).toContain('href="/sandbox/inbox"')
})
