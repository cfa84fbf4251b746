import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { useSandbox } from '../../../../packages/adapters/test/use-sandbox.ts'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser } from '../testing/test-browser.ts'

const { sandbox, controls } = useSandbox()
let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ SMTP_URL: sandbox().messages.smtpUrl, RATE_LIMIT_MAIL_LINK_PER_HOUR: '4' })
})
afterAll(() => api.stop())

const ask = (email: string, redirectTo = '/reset-password') =>
  createTestBrowser(api).post('/auth/request-password-reset', { email, redirectTo })
const mailTo = (email: string) =>
  vi.waitFor(async () => {
    const { mails } = await controls().mailsTo(email)
    const mail = mails.at(-1)
    if (!mail) throw new Error('no mail yet')
    return mail
  }, 8000)
const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? ''
const reset = (token: string, newPassword: string) =>
  createTestBrowser(api).post('/auth/reset-password', { token, newPassword })

test('an unknown address is answered as a known one, and gets no mail', async () => {
  const { email } = await createTestBrowser(api).signUp()
  const [known, unknown] = [await ask(email), await ask('nobody-here@example.com')]
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  await mailTo(email)
  expect((await controls().mailsTo('nobody-here@example.com')).mails).toEqual([])
})

test('a page that is not the shop’s own is refused, and the link leads to the shop whatever Host was said', async () => {
  const { email } = await createTestBrowser(api).signUp()
  for (const redirectTo of ['https://evil.example', '//evil.example', '/orders'])
    expect((await ask(email, redirectTo)).status).toBe(400)
  const browser = createTestBrowser(api)
  const body = { email, redirectTo: '/en/reset-password' }
  await browser.post('/auth/request-password-reset', body, { 'x-forwarded-host': 'evil.example' })
  const { text } = await mailTo(email)
  expect(text).toContain('http://shop.test/en/reset-password?token=')
  expect(text).not.toContain('evil.example')
})

test('a link works once, ends every session, and cannot be read from the database', async () => {
  const browser = createTestBrowser(api)
  const { email, password, userId } = await browser.signUp()
  await ask(email)
  const token = tokenIn((await mailTo(email)).text)
  const rows = await api.db.verification.findMany({ where: { value: userId } })
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect((await reset('x'.repeat(24), 'a newer password')).status).toBe(400)
  expect((await reset(token, 'a newer password')).status).toBe(200)
  expect((await browser.query('store.account.me')).body.result?.data).toBeNull()
  expect((await reset(token, 'one more password')).status).toBe(400)
  const signIn = (given: string) => createTestBrowser(api).post('/auth/sign-in/email', { email, password: given })
  expect((await signIn(password)).status).toBe(401)
  expect((await signIn('a newer password')).status).toBe(200)
  expect(api.logged()).not.toContain(token)
  expect(api.logged()).not.toContain(email)
})

test('nobody’s mailbox is filled: the fifth request for one account within the hour is refused', async () => {
  const email = 'often-asked@example.com'
  const statuses = []
  for (let i = 0; i < 5; i += 1) statuses.push((await ask(email)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 429])
})
