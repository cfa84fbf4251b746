import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser } from '../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ POLICY_OPERATOR_SESSION_SECONDS: '7200', POLICY_OPERATOR_IDLE_SECONDS: '600' })
})
afterAll(() => api.stop())

const minute = 60_000
const signIn = async (role: 'support' | 'shopper') => {
  const { email, password, userId } = await createTestBrowser(api).signUp()
  await api.db.user.update({ where: { id: userId }, data: { role } })
  await api.db.session.deleteMany({ where: { userId } })
  const browser = createTestBrowser(api)
  await browser.post('/auth/sign-in/email', { email, password })
  const session = await api.db.session.findFirstOrThrow({ where: { userId } })
  return { browser, session, userId }
}
const setBack = (id: string, data: { createdAt?: Date; expiresAt?: Date; lastSeenAt?: Date }) =>
  api.db.session.update({ where: { id }, data })
const endOf = async (id: string) => (await api.db.session.findUniqueOrThrow({ where: { id } })).expiresAt.getTime()

test('an operator’s session begins with the idle time and keeps the address, a shopper’s is long and keeps none', async () => {
  const operator = await signIn('support')
  expect(operator.session.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(10 * minute)
  expect(operator.session.ipAddress).toBe(operator.browser.address)
  const shopper = await signIn('shopper')
  expect(shopper.session.expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * 24 * 60 * minute)
  expect(shopper.session.ipAddress).toBeFalsy()
})

test('a session in which nothing was done for the idle time has ended', async () => {
  const { browser, session } = await signIn('support')
  await setBack(session.id, { expiresAt: new Date(Date.now() - 1) })
  expect((await browser.query('admin.order.list', {})).status).toBe(401)
})

test('what an operator does keeps the session, what a page asks by itself does not, and nothing keeps it beyond its whole time', async () => {
  const { browser, session } = await signIn('support')
  const nearEnd = { expiresAt: new Date(Date.now() + minute), lastSeenAt: new Date(Date.now() - 9 * minute) }
  await setBack(session.id, nearEnd)
  const byItself = { headers: { 'sec-fetch-site': 'same-origin' } }
  await browser.request(`/trpc/admin.order.list?input=${encodeURIComponent('{}')}`, byItself)
  expect(await endOf(session.id)).toBe(nearEnd.expiresAt.getTime())
  expect((await browser.query('admin.order.list', {})).status).toBe(200)
  expect(await endOf(session.id)).toBeGreaterThan(Date.now() + 9 * minute)
  await setBack(session.id, { ...nearEnd, createdAt: new Date(Date.now() - 118 * minute) })
  await browser.query('admin.order.list', {})
  expect(await endOf(session.id)).toBeLessThanOrEqual(Date.now() + 2 * minute)
})
