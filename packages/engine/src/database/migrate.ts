import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

const migrationLock = 7_202_611_211
const folder = new URL('./migrations/', import.meta.url)

/** Brings the schema `engine` up to date: each file once, in order, each in its own transaction, under an advisory lock. */
export async function migrate(client: pg.ClientBase): Promise<string[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort()
  const applied: string[] = []
  await client.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    await client.query('create schema if not exists engine')
    await client.query(
      'create table if not exists engine.migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const known = await client.query<{ name: string }>('select name from engine.migration')
    const done = new Set(known.rows.map(row => row.name))
    for (const file of files.filter(name => !done.has(name))) {
      await applyMigration(client, file, await readFile(new URL(file, folder), 'utf8'))
      applied.push(file)
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
  }
  return applied
}

async function applyMigration(client: pg.ClientBase, file: string, sql: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into engine.migration (name) values ($1)', [file])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Migration ${file} of the engine failed: ${reason}`, { cause: error })
  }
}
