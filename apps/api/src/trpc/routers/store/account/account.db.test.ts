import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder, testAddress } from '../../../../testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi()
  variantId = (await seedProductWithStock(api.db, { units: 50 })).variantId
})
afterAll(() => api.stop())

const codeOf = (answer: { body: { error?: { data?: { shopCode?: unknown } } } }) => answer.body.error?.data?.shopCode
const signUp = async () => {
  const browser = createTestBrowser(api)
  return { browser, ...(await browser.signUp()) }
}
const saved = async (browser: ReturnType<typeof createTestBrowser>) => {
  const addressId = newId('address', new Date())
  await browser.mutate('store.address.save', { addressId, address: testAddress })
  return addressId
}

test('a guest is told to sign in by everything that an account has', async () => {
  const guest = createTestBrowser(api)
  const addressId = newId('address', new Date())
  for (const ask of [
    () => guest.query('store.account.getProfile'),
    () => guest.query('store.account.listSessions'),
    () => guest.query('store.account.getRemovalTerms'),
    () => guest.query('store.address.list'),
    () => guest.mutate('store.account.setLocale', { locale: 'en' }),
    () => guest.mutate('store.account.endSession', { sessionId: 'abcdefgh' }),
    () => guest.mutate('store.account.endOtherSessions', {}),
    () => guest.mutate('store.account.remove', { password: 'a long password' }),
    () => guest.mutate('store.address.save', { addressId, address: testAddress }),
    () => guest.mutate('store.address.remove', { addressId }),
    () => guest.mutate('store.address.makeDefault', { addressId }),
  ])
    expect(codeOf((await ask()) as never)).toBe('sign-in-required')
})

test("another's address and session are answered exactly as ones that do not exist", async () => {
  const [owner, stranger] = [await signUp(), await signUp()]
  const addressId = await saved(owner.browser)
  const { id: sessionId } = await api.db.session.findFirstOrThrow({ where: { userId: owner.userId } })
  const { browser } = stranger
  for (const [real, none] of [
    [
      await browser.mutate('store.address.remove', { addressId }),
      await browser.mutate('store.address.remove', { addressId: newId('address', new Date()) }),
    ],
    [
      await browser.mutate('store.address.makeDefault', { addressId }),
      await browser.mutate('store.address.makeDefault', { addressId: newId('address', new Date()) }),
    ],
    [
      await browser.mutate('store.account.endSession', { sessionId }),
      await browser.mutate('store.account.endSession', { sessionId: 'x'.repeat(32) }),
    ],
  ] as const) {
    expect(real.status).toBe(404)
    const plain = (body: unknown) => JSON.stringify(body).replace(/cor_\w+/g, '')
    expect(plain(real.body)).toBe(plain(none.body))
  }
  const overwritten = await browser.mutate('store.address.save', { addressId, address: testAddress })
  expect(overwritten.status).toBe(404)
  expect(await api.db.address.count({ where: { userId: owner.userId } })).toBe(1)
  expect(await api.db.session.count({ where: { id: sessionId } })).toBe(1)
})

test('an address with several wrong fields names them all and is not kept', async () => {
  const { browser, userId } = await signUp()
  const address = { ...testAddress, phone: '12', postcode: 'x', recipient: '' }
  const answer = await browser.mutate('store.address.save', { addressId: newId('address', new Date()), address })
  expect(answer.body.error?.data).toMatchObject({ shopCode: 'invalid-input' })
  for (const field of ['phone', 'postcode', 'recipient'])
    expect(JSON.stringify(answer.body.error?.data?.details)).toContain(`address.${field}`)
  expect(await api.db.address.count({ where: { userId } })).toBe(0)
})

test('a session that is ended elsewhere is over at its next call, and none tells its token', async () => {
  const { browser, email, password } = await signUp()
  const [second, third] = [createTestBrowser(api), createTestBrowser(api)]
  for (const other of [second, third]) await other.post('/auth/sign-in/email', { email, password })
  const list = await browser.query('store.account.listSessions')
  const sessions = list.body.result?.data?.sessions as unknown as { id: string; isThisOne: boolean }[]
  expect(sessions.map(session => session.isThisOne)).toEqual([true, false, false])
  for (const { token } of await api.db.session.findMany()) expect(JSON.stringify(list.body)).not.toContain(token)
  const [, last] = sessions
  await browser.mutate('store.account.endSession', { sessionId: last?.id })
  expect((await third.query('store.account.me')).body.result?.data).toBeNull()
  expect((await browser.mutate('store.account.endOtherSessions', {})).body.result?.data).toEqual({ ended: 1 })
  expect((await second.query('store.account.me')).body.result?.data).toBeNull()
  expect((await browser.query('store.account.me')).body.result?.data).toMatchObject({ email })
})

test('an account is not removed with a wrong password or while an order is open, and says what is open', async () => {
  const { browser, userId, password } = await signUp()
  const wrong = await browser.mutate('store.account.remove', { password: 'not the password' })
  expect(codeOf(wrong as never)).toBe('wrong-password')
  await placeTestOrder(browser, variantId)
  const open = await browser.mutate('store.account.remove', { password })
  expect(open.body.error?.data).toMatchObject({
    shopCode: 'account-not-removable',
    details: { obstacles: ['open-order'] },
  })
  expect((await browser.query('store.account.getRemovalTerms')).body.result?.data).toMatchObject({
    obstacles: ['open-order'],
    orders: 1,
  })
  expect((await api.db.user.findUniqueOrThrow({ where: { id: userId } })).deletedAt).toBeNull()
})

test('after a removal every browser is signed out, and nobody can sign in or sign up into it', async () => {
  const { browser, userId, email, password } = await signUp()
  const other = createTestBrowser(api)
  await other.post('/auth/sign-in/email', { email, password })
  await saved(browser)
  expect((await browser.mutate('store.account.remove', { password })).status).toBe(200)
  for (const left of [browser, other]) expect((await left.query('store.account.me')).body.result?.data).toBeNull()
  const again = await createTestBrowser(api).post('/auth/sign-in/email', { email, password })
  expect(again.status).toBe(401)
  const anew = await createTestBrowser(api).signUp(email, password)
  expect(anew.userId).not.toBe(userId)
  expect(api.logged()).not.toContain(email)
})
