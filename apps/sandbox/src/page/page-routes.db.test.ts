import { afterAll, beforeAll, expect, test } from 'vitest'
import { chargeParams, startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const page = async () => await (await sandbox.ask('/')).text()
const turn = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  sandbox.ask('/sandbox/switch', { method: 'POST', body: new URLSearchParams(form), headers })

test('the page lists every test card, the switches and the last charges, and escapes what it shows', async () => {
  await sandbox.stripe().paymentIntents.create(chargeParams('<script>alert(1)</script>'))
  const text = await page()
  expect(text).toContain('4000 9900 0000 0400')
  expect(text).toContain('Refunds')
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).not.toContain('<script')
  expect((await sandbox.ask('/')).headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a form turns a switch and all of them back', async () => {
  const set = await turn({ target: 'payment', mode: 'decline', times: '3', delayMs: '' })
  expect([set.status, set.headers.get('location')]).toEqual([303, '/'])
  expect(await page()).toContain('are declined, 3 more')
  expect((await turn({ target: 'payment', mode: 'decline', times: 'x' })).status).toBe(400)
  expect((await turn({ target: 'moon', mode: 'decline' })).status).toBe(400)
  await turn({ target: 'all' })
  expect(await page()).not.toContain('are declined, 3 more')
})

test('a page of another site cannot turn a switch or empty the sandbox', async () => {
  for (const origin of ['https://evil.example', 'null']) {
    expect((await turn({ target: 'payment', mode: 'decline' }, { origin })).status).toBe(403)
    expect((await sandbox.ask('/sandbox/reset', { method: 'POST', headers: { origin } })).status).toBe(403)
  }
  expect((await turn({ target: 'all' }, { origin: sandbox.url })).status).toBe(303)
})

test('health answers while the database does', async () => {
  const health = await sandbox.ask('/health')
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
})
