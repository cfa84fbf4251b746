import { Inngest } from 'inngest'
import { afterEach, expect, test, vi } from 'vitest'
import { createTestClock, startEngine } from '../src/index.ts'
import { startApp } from './test-app.ts'
import { createTestDatabase } from './test-database.ts'
import { createView } from './test-engine.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test('with a test clock an event that the SDK stamps starts at once, and a sleep of three days ends when it is moved', async () => {
  const database = await createTestDatabase()
  closing.push(() => database.drop())
  const clock = createTestClock()
  const engine = await startEngine({ databaseUrl: database.url, port: 0, clock })
  closing.push(() => engine.close())
  const client = new Inngest({ id: 'library', baseUrl: engine.url, isDev: true })
  const app = await startApp(client, [
    client.createFunction({ id: 'sleeps', triggers: [{ event: 'test/sleeps' }] }, async ({ step }) => {
      await step.sleep('long', '3d')
      return 'awake'
    }),
  ])
  closing.push(() => app.close())
  expect(await app.register()).toMatchObject({ status: 200 })
  expect(engine.apps()).toMatchObject([{ id: 'library', functions: 1 }])

  const { ids } = await client.send({ name: 'test/sleeps', data: {} })
  await vi.waitFor(async () => {
    expect(await database.query(`select name from engine.queue where kind = 'sleep'`)).toEqual([{ name: 'long' }])
  })
  clock.moveBy(3 * 86_400_000)
  expect(await createView(engine.url).ended(ids[0])).toMatchObject({ status: 'Completed', output: 'awake' })
})
