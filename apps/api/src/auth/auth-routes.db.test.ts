import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser } from '../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

test('sign-up signs in, with a cookie that no script reads and no token in any answer', async () => {
  const browser = createTestBrowser(api)
  const answer = await browser.post('/auth/sign-up/email', {
    name: 'Kim Mina',
    email: 'Mina@Example.com',
    password: 'a long password',
  })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.getSetCookie().find(line => line.includes('session_token='))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  const token = decodeURIComponent(cookie?.split(/[=;]/)[1] ?? '').split('.')[0] ?? ''
  expect(token.length).toBeGreaterThan(20)
  const session = await browser.request('/auth/get-session')
  expect(session.body.user).toMatchObject({ email: 'mina@example.com', role: 'shopper' })
  expect(JSON.stringify([answer.body, session.body])).not.toContain(token)
  expect((await browser.query('store.account.me')).body.result?.data).toMatchObject({
    name: 'Kim Mina',
    role: 'shopper',
  })
})

test('sign-in answers the same for a wrong password and for an e-mail that nobody has', async () => {
  const { email } = await createTestBrowser(api).signUp()
  const signIn = (address: string) =>
    createTestBrowser(api).post('/auth/sign-in/email', { email: address, password: 'a wrong password' })
  const [known, unknown] = [await signIn(email), await signIn('nobody@example.com')]
  expect(known.status).toBe(401)
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
})

test('sign-up with a known e-mail is refused without saying why, and leaves the account as it was', async () => {
  const { email, password } = await createTestBrowser(api).signUp()
  const refused = await createTestBrowser(api).post('/auth/sign-up/email', {
    name: 'Somebody Else',
    email: email.toUpperCase(),
    password: 'another password',
  })
  expect(refused).toMatchObject({ status: 422, body: { code: 'sign-up-refused' } })
  expect(JSON.stringify(refused.body)).not.toMatch(/exist/i)
  expect(refused.headers.getSetCookie()).toEqual([])
  expect((await createTestBrowser(api).post('/auth/sign-in/email', { email, password })).status).toBe(200)
  expect(await api.db.user.count({ where: { email } })).toBe(1)
})

test.each([{ role: 'admin' }, { id: 'x' }, { emailVerified: true }, { balance: 1 }, { name: 'Mina', role: 'admin' }])(
  'a profile update with %j is refused and changes nothing',
  async body => {
    const browser = createTestBrowser(api)
    const { userId } = await browser.signUp()
    const before = await api.db.user.findUnique({ where: { id: userId } })
    expect((await browser.post('/auth/update-user', body)).status).toBe(400)
    expect(await api.db.user.findUnique({ where: { id: userId } })).toEqual(before)
  },
)

test('sign-up cannot choose a role, a short password or a name of 10,000 characters', async () => {
  const person = { name: 'Mina', email: 'role@example.com', password: 'a long password' }
  const users = await api.db.user.count()
  for (const body of [
    { ...person, role: 'admin' },
    { ...person, password: 'short' },
    { ...person, name: 'x'.repeat(10_000) },
  ])
    expect((await createTestBrowser(api).post('/auth/sign-up/email', body)).status).toBe(400)
  expect(await api.db.user.count()).toBe(users)
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/x', 'javascript:alert(1)'])(
  'the return path %j is refused',
  async callbackURL => {
    const { email, password } = await createTestBrowser(api).signUp()
    const answer = await createTestBrowser(api).post('/auth/sign-in/email', { email, password, callbackURL })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('location')).toBeNull()
  },
)

test('paths of the sign-in library that the shop does not use are not served', async () => {
  const browser = createTestBrowser(api)
  await browser.signUp()
  for (const path of ['/auth/delete-user', '/auth/change-email', '/auth/set-password', '/auth/update-session'])
    expect((await browser.post(path, {})).status).toBe(404)
  expect((await browser.request('/auth/list-sessions')).status).toBe(404)
})

test('a sign-in makes a new session, and signing out ends it at once on the server', async () => {
  const browser = createTestBrowser(api)
  const { email, password } = await browser.signUp()
  const planted = new Map(browser.cookies)
  await browser.post('/auth/sign-in/email', { email, password })
  expect([...browser.cookies.values()]).not.toEqual([...planted.values()])
  const held = createTestBrowser(api)
  for (const [name, value] of browser.cookies) held.cookies.set(name, value)
  await browser.post('/auth/sign-out', {})
  expect((await held.query('store.account.me')).body.result?.data).toBeNull()
})

test('a changed password with revokeOtherSessions ends the other sessions', async () => {
  const [here, there] = [createTestBrowser(api), createTestBrowser(api)]
  const { email, password } = await here.signUp()
  await there.post('/auth/sign-in/email', { email, password })
  const changed = await here.post('/auth/change-password', {
    currentPassword: password,
    newPassword: 'a newer password',
    revokeOtherSessions: true,
  })
  expect(changed.status).toBe(200)
  expect((await there.query('store.account.me')).body.result?.data).toBeNull()
  expect((await here.query('store.account.me')).body.result?.data).toMatchObject({ email })
})

test('the log of all this has no e-mail, password or session in it', () => {
  expect(api.logged()).toContain('/auth/sign-up/email')
  expect(api.logged()).not.toMatch(/@example\.com|a long password|session_token=/i)
})
