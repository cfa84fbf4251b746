import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { expect, onTestFinished, test } from 'vitest'
import { testSecrets } from './testing/start-test-api.ts'

const completeEnv = (databaseUrl: string) => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: process.env.TEST_REDIS_URL,
  API_PORT: '0',
  INNGEST_BASE_URL: 'http://127.0.0.1:9',
  INNGEST_EVENT_KEY: 'event-key-of-the-tests',
  BETTER_AUTH_SECRET: 'q8Jx2vR7mT4zK9wB1nL6pD3sF5hG0cYe',
  STRIPE_SECRET_KEY: 'sk_test_ofthetests01',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_ofthetests01',
  ...testSecrets,
})

const run = (env: Record<string, string | undefined>) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  return { child, text: () => text, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

test('without its environment the process ends at once and names each missing name', async () => {
  const { ended, text } = run({ DATABASE_URL: 'mysql://127.0.0.1/shop' })
  expect(await ended).toBe(1)
  expect(text()).toContain('DATABASE_URL is wrong: must be the postgres:// address')
  expect(text()).toContain('INNGEST_SIGNING_KEY is missing')
  expect(text()).not.toContain('mysql://')
})

test('the process starts without an engine, logs JSON lines only, and ends with 0 within five seconds of SIGTERM', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)
  const { child, ended, text } = run(completeEnv(database.url))
  await expect.poll(text, { timeout: 20_000 }).toContain('the engine does not answer yet')
  const asked = Date.now()
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(5000)
  const lines = text().trim().split('\n')
  for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow()
  expect(lines.at(-1)).toContain('stopped')
}, 40_000)

test('a busy port ends the start with one line that says so', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => {
    other.close()
  })
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { ended, text } = run({ ...completeEnv('postgres://nobody@127.0.0.1:9/none'), API_PORT: String(port) })
  expect(await ended).toBe(1)
  expect(JSON.parse(text().trim().split('\n').at(-1) ?? '')).toMatchObject({
    msg: 'the api could not start',
    err: { code: 'EADDRINUSE' },
  })
}, 40_000)
