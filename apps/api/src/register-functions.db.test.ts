import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { registerFunctions } from './register-functions.ts'
import { startTestApi, testSecrets } from './testing/start-test-api.ts'

test('registering goes on until the engine answers, and names every function to it with the key’s proof', async () => {
  const calls: { authorization: string | undefined; body: { functions: { id: string }[]; url: string } }[] = []
  const engine = createServer(async (request, response) => {
    const parts = []
    for await (const part of request) parts.push(part)
    calls.push({ authorization: request.headers.authorization, body: JSON.parse(Buffer.concat(parts).toString()) })
    response.writeHead(calls.length < 3 ? 503 : 200, { 'content-type': 'application/json' })
    response.end(calls.length < 3 ? '{"error":"not yet"}' : '{"ok":true,"modified":true}')
  }).listen(0, '127.0.0.1')
  await once(engine, 'listening')
  const { port } = engine.address() as AddressInfo
  const api = await startTestApi({ INNGEST_BASE_URL: `http://127.0.0.1:${port}`, API_URL: 'http://api.test:4000' })
  onTestFinished(async () => {
    engine.close()
    await api.stop()
  })

  expect(await registerFunctions(api.app, api.api)).toBe(true)
  expect(calls).toHaveLength(3)
  const last = calls.at(-1)
  expect(last?.authorization).toMatch(/^Bearer signkey-prod-[0-9a-f]{64}$/)
  expect(last?.authorization).not.toContain(testSecrets.INNGEST_SIGNING_KEY)
  expect(last?.body.functions.map(one => one.id)).toEqual(
    expect.arrayContaining(['makegood-reserve-order', 'makegood-pay-order']),
  )
  expect(last?.body.url).toMatch(/^http:\/\/api\.test:4000\/api\/inngest/)
})
