import type { MigrationList } from '@prisma/schema-engine-wasm'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { readTestDatabaseUrl } from '../env.ts'
import { createTestDatabase } from '../testing/create-test-database.ts'
import { applyMigrations, migrateLock } from './apply-migrations.ts'
import { diffSchema } from './diff-schema.ts'
import { readMigrations } from './read-files.ts'

/** A database without any table, dropped when the test ends. */
const createEmptyDatabase = async (): Promise<string> => {
  const url = new URL(readTestDatabaseUrl())
  const admin = new Client({ connectionString: url.href })
  const name = `empty_${globalThis.crypto.randomUUID().replaceAll('-', '')}`
  await admin.connect()
  await admin.query(`create database ${name}`)
  onTestFinished(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  url.pathname = `/${name}`
  return url.href
}

const withOneMore = async (sql: string): Promise<MigrationList> => {
  const list = await readMigrations()
  const one = { path: '9999_one_more', migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } } }
  return { ...list, migrationDirectories: [...list.migrationDirectories, one] } as MigrationList
}

test('the migrations give the Prisma schema, and no scratch database stays', async () => {
  const { db, drop } = await createTestDatabase()
  onTestFinished(drop)
  const scratch = () => db.$queryRaw<{ name: string }[]>`
    select datname as name from pg_database where datname like 'makegood_scratch_%'`
  const before = new Set((await scratch()).map(row => row.name))
  expect(await diffSchema(readTestDatabaseUrl())).toBe('')
  // Polled, because another run on the same server may have one of its own for a moment.
  const added = async () => (await scratch()).filter(row => !before.has(row.name))
  await expect.poll(added, { timeout: 5000 }).toEqual([])
})

test('two that migrate at once take turns: each migration is applied once, and a later run has nothing to do', async () => {
  const url = await createEmptyDatabase()
  const names = (await readMigrations()).migrationDirectories.map(migration => migration.path)
  const [one, two] = await Promise.all([applyMigrations(url), applyMigrations(url)])
  expect([...one, ...two]).toEqual(names)
  expect(await applyMigrations(url)).toEqual([])
})

test('a run waits for the one before it, however long that takes', async () => {
  const { url, db, drop } = await createTestDatabase()
  onTestFinished(drop)
  const before = new Client({ connectionString: url })
  await before.connect()
  await before.query('select pg_advisory_lock($1)', [migrateLock])
  const run = applyMigrations(url)
  const waiting = () =>
    db.$queryRaw`select count(*)::int as runs from pg_locks where locktype = 'advisory' and objid = ${migrateLock}::int::oid
      and not granted and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(waiting, { timeout: 5000 }).toEqual([{ runs: 1 }])
  await before.end()
  expect(await run).toEqual([])
})

test("a refused migration leaves nothing, says the database's words and the line, and its correction is applied", async () => {
  const { url, db, drop } = await createTestDatabase()
  onTestFinished(drop)
  const wrong = await withOneMore('create table extra (id int);\n\nselect missing from extra;')
  const refusal = '9999_one_more was refused and rolled back: column "missing" does not exist (42703, line 3)'
  await expect(applyMigrations(url, wrong)).rejects.toThrow(refusal)
  expect(await db.$queryRaw`select to_regclass('extra')::text as name`).toEqual([{ name: null }])
  await expect(applyMigrations(url, wrong)).rejects.toThrow(refusal)
  expect(await applyMigrations(url, await withOneMore('create table extra (id int);'))).toEqual(['9999_one_more'])
  expect(await db.$queryRaw`select to_regclass('extra')::text as name`).toEqual([{ name: 'extra' }])
})
