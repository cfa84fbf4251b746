import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { findFreePorts } from '../ports.ts'
import { isSameAlive } from '../processes/process-identity.ts'
import { type OwnPostgres, startPostgres } from './start-postgres.ts'

const dir = mkdtempSync(join(tmpdir(), 'makegood-postgres-'))
chmodSync(dir, 0o755)
const dataDir = join(dir, 'postgres')
let port = 0
let server: OwnPostgres

const start = () =>
  startPostgres({ dataDir, port, password: 'secret', logFile: join(dir, 'postgres.log'), durable: true })
const ask = async (sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: `${server.serverUrl}/postgres` })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const kill = async () => {
  process.kill(server.identity.pid, 'SIGKILL')
  await vi.waitFor(() => expect(isSameAlive(server.identity)).toBe(false))
}

beforeAll(async () => {
  port = (await findFreePorts()).postgres
  server = await start()
  await ask('create table kept (n int)')
})
beforeEach(async () => {
  server = await start()
  await ask('truncate kept')
})
afterEach(async () => await server.stop())
afterAll(() => rmSync(dir, { recursive: true }))

test('what was committed is there after a kill -9, and the lock file that it left does not stop the next start', async () => {
  await ask('insert into kept values (7)')
  await kill()
  server = await start()
  expect(server.reused).toBe(false)
  expect(await ask('select n from kept')).toEqual([{ n: 7 }])
})

test('a lock file whose pid now belongs to another program does not stop the next start', async () => {
  await kill()
  const lock = join(dataDir, 'postmaster.pid')
  const [, ...rest] = readFileSync(lock, 'utf8').split('\n')
  writeFileSync(lock, [process.pid, ...rest].join('\n'))
  server = await start()
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }])
})

test('a server left running on the same data is taken over, not started twice', async () => {
  const again = await start()
  expect(again).toMatchObject({ reused: true, identity: server.identity })
})

test('it keeps its promises to disk: nothing that durability rests on is turned off', async () => {
  const rows = await ask(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')",
  )
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row).toMatchObject({ setting: 'on' })
})
