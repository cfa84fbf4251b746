import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { adminUrl } from './env.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let admin: pg.Client

beforeAll(async () => {
  engine = await startTestEngine()
  admin = new pg.Client(adminUrl)
  await admin.connect()
})

afterAll(async () => {
  await admin.end()
  await engine.close()
})

const health = async () => {
  const response = await fetch(`${engine.url}/health`)
  return { status: response.status, ...((await response.json()) as { message: string }) }
}

test('health is good only while the database answers and the lease is held', async () => {
  expect(await health()).toEqual({ status: 200, message: 'OK' })
  const name = new URL(engine.database.url).pathname.slice(1)
  await admin.query(`alter database ${name} allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await vi.waitFor(async () => {
    const { status, message } = await health()
    expect(status).toBe(503)
    expect(message).toContain('The lease on the database is lost')
  })
  await admin.query(`alter database ${name} allow_connections true`)
  await vi.waitFor(async () => expect((await health()).status).toBe(200), { timeout: 10_000 })
})

test('an engine whose place another has taken says so before it is gone', async () => {
  await engine.database.query('update engine.instance set epoch = epoch + 1')
  expect(await health()).toEqual({ status: 503, message: 'Another engine has taken over the database' })
})
