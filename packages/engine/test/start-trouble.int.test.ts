import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
let database: TestDatabase
let child: ChildProcess | undefined

beforeEach(async () => {
  database = await createTestDatabase()
})

afterEach(async () => {
  child?.kill('SIGKILL')
  await database.drop()
})

/** What the command says until it has ended by itself. */
async function runUntilEnd(): Promise<{ code: unknown; output: string }> {
  const args = [main, '--port', '0', '--postgres-uri', database.url]
  const { PATH = '', NODE_COMPILE_CACHE } = process.env
  const started = spawn(process.execPath, args, { env: { PATH, NODE_COMPILE_CACHE } })
  child = started
  let output = ''
  for (const stream of [started.stdout, started.stderr]) stream.on('data', part => (output += String(part)))
  const [code] = await once(started, 'close')
  return { code, output }
}

test('an engine that another keeps from starting ends, so that whoever starts it can start it again', async () => {
  const engine = await startEngine({ databaseUrl: database.url, port: 0 })
  const { code, output } = await runUntilEnd()
  expect(output).toContain('Another engine is running on this database: stop it first')
  expect(code).toBe(1)
  await engine.close()
})

test('an engine that cannot make its tables ends and says why', async () => {
  await database.query('create schema engine')
  await database.query('create table engine.run (id int)')
  const { code, output } = await runUntilEnd()
  expect(output).toContain('Migration 0001-first-floor.sql of the engine failed: relation')
  expect(code).toBe(1)
})

test('an engine that cannot read what it has stored gives the database up', async () => {
  const before = await startEngine({ databaseUrl: database.url, port: 0 })
  await before.close()
  await database.query(`insert into engine.app (id, url, sdk, registered_ms) values ('odd', 'http://odd', 'js', 0)`)
  await database.query(
    `insert into engine.function (id, app_id, slug, config) values (gen_random_uuid(), 'odd', 'odd-fn', '{"id":"odd-fn"}')`,
  )
  await expect(startEngine({ databaseUrl: database.url, port: 0 })).rejects.toThrow('Function odd-fn: option triggers')
  await database.query(`delete from engine.function where slug = 'odd-fn'`)
  const after = await startEngine({ databaseUrl: database.url, port: 0 })
  await after.close()
})
