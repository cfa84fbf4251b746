import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { useSandbox } from '../../../../packages/adapters/test/use-sandbox.ts'
import { codeOf, testPassword as password, setUpSecondFactor } from '../testing/second-factor.ts'
import { signInOperator } from '../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser, type TestBrowser } from '../testing/test-browser.ts'

const { sandbox, controls } = useSandbox()
let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ SMTP_URL: sandbox().messages.smtpUrl, OPERATOR_SECOND_FACTOR: 'required' })
})
afterAll(() => api.stop())

const operator = async () => {
  const browser = await signInOperator(api)
  const { email } = await api.db.user.findUniqueOrThrow({ where: { id: browser.userId } })
  return { browser, userId: browser.userId, email }
}
const givePassword = async (email: string): Promise<TestBrowser> => {
  const browser = createTestBrowser(api)
  const answer = await browser.post('/auth/sign-in/email', { email, password })
  expect(answer).toMatchObject({ status: 200, body: { twoFactorRedirect: true } })
  return browser
}
const giveCode = (browser: TestBrowser, code: string) => browser.post('/auth/two-factor/verify-totp', { code })
const giveRecoveryCode = (browser: TestBrowser, code: string) =>
  browser.post('/auth/two-factor/verify-backup-code', { code })
const listOrders = (browser: TestBrowser) => browser.query('admin.order.list', {})
const actionsOf = async (subject: string) =>
  (await api.db.auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(entry => entry.action)

test('without a second factor the console answers nothing but how to set one up', async () => {
  const { browser } = await operator()
  expect((await listOrders(browser)).body.error?.data?.shopCode).toBe('second-factor-required')
  expect((await browser.query('admin.self.getSecondFactor')).body.result?.data).toEqual({
    isOn: false,
    isRequired: true,
    recoveryCodesLeft: 0,
  })
  expect((await browser.query('store.account.me')).body.result?.data?.mustSetUpSecondFactor).toBe(true)
})

test('a set-up that is not proven by a code changes nothing', async () => {
  const { browser, email, userId } = await operator()
  expect((await browser.post('/auth/two-factor/enable', { password: 'not the password' })).status).toBe(400)
  expect((await browser.post('/auth/two-factor/enable', { password })).status).toBe(200)
  expect((await giveCode(browser, '000000')).status).toBe(401)
  expect((await listOrders(browser)).status).toBe(403)
  expect((await createTestBrowser(api).post('/auth/sign-in/email', { email, password })).body.user).toBeDefined()
  expect(await actionsOf(userId)).toEqual([])
})

test('a shopper sets none up', async () => {
  const browser = createTestBrowser(api)
  await browser.signUp()
  expect((await browser.post('/auth/two-factor/enable', { password })).status).toBe(403)
})

test('once it is set up the console opens, every other session has ended, and a mail says so', async () => {
  const { browser, email, userId } = await operator()
  const elsewhere = createTestBrowser(api)
  await elsewhere.post('/auth/sign-in/email', { email, password })
  await setUpSecondFactor(browser)
  expect((await listOrders(browser)).status).toBe(200)
  expect((await elsewhere.query('store.account.me')).body.result?.data).toBeNull()
  expect(await actionsOf(userId)).toEqual(['second-factor.on'])
  await vi.waitFor(async () => expect((await controls().mailsTo(email)).mails).toHaveLength(1), 8000)
})

test('the right password alone opens nothing, and a wrong code neither', async () => {
  const { browser, email } = await operator()
  await setUpSecondFactor(browser)
  const visitor = await givePassword(email)
  expect((await visitor.query('store.account.me')).body.result?.data).toBeNull()
  expect((await giveCode(visitor, '000000')).status).toBe(401)
  expect((await visitor.query('store.account.me')).body.result?.data).toBeNull()
  expect((await listOrders(visitor)).status).toBe(401)
})

test('a code opens once, also where two give it at the same moment', async () => {
  const { browser, email } = await operator()
  const { key } = await setUpSecondFactor(browser)
  const visitors = [await givePassword(email), await givePassword(email), await givePassword(email)]
  const code = await codeOf(key)
  const answers = await Promise.all(visitors.map(visitor => giveCode(visitor, code)))
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 401, 401])
  const older = await givePassword(email)
  expect((await giveCode(older, await codeOf(key, -1))).status, 'one before it is used up too').toBe(401)
  expect((await giveCode(older, await codeOf(key, 1))).status, 'the clock may be half a minute off').toBe(200)
  expect((await listOrders(older)).status).toBe(200)
})

test('a code of more than half a minute away opens nothing', async () => {
  const { browser, email } = await operator()
  const { key } = await setUpSecondFactor(browser)
  const visitor = await givePassword(email)
  for (const away of [-3, 3]) expect((await giveCode(visitor, await codeOf(key, away))).status).toBe(401)
})

test('after five wrong codes even the right one asks for the password anew', async () => {
  const { browser, email } = await operator()
  const { key } = await setUpSecondFactor(browser)
  const visitor = await givePassword(email)
  for (let guess = 0; guess < 5; guess += 1) expect((await giveCode(visitor, `00000${guess}`)).status).toBe(401)
  expect((await giveCode(visitor, await codeOf(key))).status).not.toBe(200)
  expect((await visitor.query('store.account.me')).body.result?.data).toBeNull()
})

test('a recovery code signs in once, is told by mail, and the page says how many are left', async () => {
  const { browser, email, userId } = await operator()
  const { recoveryCodes } = await setUpSecondFactor(browser)
  const [first = ''] = recoveryCodes
  const visitors = [await givePassword(email), await givePassword(email)]
  const answers = await Promise.all(visitors.map(visitor => giveRecoveryCode(visitor, first)))
  expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
  expect((await giveRecoveryCode(await givePassword(email), first)).status).toBe(401)
  const inside = visitors[answers.findIndex(answer => answer.status === 200)]
  expect((await inside?.query('admin.self.getSecondFactor'))?.body.result?.data?.recoveryCodesLeft).toBe(9)
  expect(await actionsOf(userId)).toEqual(['second-factor.on', 'second-factor.recovery-code-used'])
  await vi.waitFor(
    async () => expect((await controls().mailsTo(email)).mails.map(mail => mail.text).join()).toMatch(/9개/),
    8000,
  )
})

test('turning it off needs the password and a code, and ends the other sessions', async () => {
  const { browser, email, userId } = await operator()
  const { key, recoveryCodes } = await setUpSecondFactor(browser)
  const disable = (body: object) => browser.post('/auth/two-factor/disable', body)
  expect((await disable({ password })).status).toBe(400)
  expect((await disable({ password: 'not the password', code: await codeOf(key) })).body.code).toBe('wrong-password')
  expect((await disable({ password, code: '000000' })).body.code).toBe('wrong-code')
  expect((await listOrders(browser)).status).toBe(200)
  const elsewhere = await givePassword(email)
  await giveRecoveryCode(elsewhere, recoveryCodes[0] ?? '')
  expect((await disable({ password, code: await codeOf(key) })).status).toBe(200)
  expect((await elsewhere.query('store.account.me')).body.result?.data).toBeNull()
  expect((await listOrders(browser)).body.error?.data?.shopCode).toBe('second-factor-required')
  expect((await actionsOf(userId)).at(-1)).toBe('second-factor.off')
})

test('neither key nor recovery codes can be read from the database or the log', async () => {
  const { browser, userId } = await operator()
  const { key, recoveryCodes } = await setUpSecondFactor(browser)
  const row = JSON.stringify(await api.db.twoFactor.findUnique({ where: { userId } }), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  for (const text of [row, api.logged()]) {
    expect(text).not.toContain(key)
    expect(text).not.toContain(recoveryCodes[0])
  }
})
