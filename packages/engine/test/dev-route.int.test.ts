import { Inngest } from 'inngest'
import { afterEach, expect, test } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { startApp } from './test-app.ts'
import { createTestDatabase } from './test-database.ts'
import { startTestEngine } from './test-engine.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('in development GET /dev says that a dev server is there and which functions it has', async () => {
  const database = await createTestDatabase()
  closing.push(() => database.drop())
  const engine = await startEngine({ databaseUrl: database.url, port: 0 })
  closing.push(() => engine.close())
  const ask = async () => (await fetch(`${engine.url}/dev`)).json()
  expect(await ask()).toEqual({ version: expect.any(String), authed: false, functions: [] })

  const client = new Inngest({ id: 'shop', baseUrl: engine.url, isDev: true })
  const pay = client.createFunction({ id: 'pay', name: 'Pay', triggers: [{ event: 'test/pay' }] }, async () => null)
  const app = await startApp(client, [pay])
  closing.push(() => app.close())
  await app.register()
  expect(await ask()).toMatchObject({ functions: [{ id: expect.any(String), slug: 'shop-pay', name: 'Pay' }] })
})

test('with keys there is no GET /dev', async () => {
  const engine = await startTestEngine()
  closing.push(() => engine.close())
  expect((await engine.get('/dev')).status).toBe(404)
})
