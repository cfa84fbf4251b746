import { readdir, readFile } from 'node:fs/promises'
import type { Pool } from 'pg'
import { inTransaction } from './in-transaction.ts'

const folder = new URL('./migrations/', import.meta.url)
const lockId = 4_400_001

/** Brings the schema `sandbox` to its newest form; each file is applied once, also when several processes start together. */
export const migrate = async (pool: Pool): Promise<readonly string[]> => {
  const files = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return await inTransaction(pool, async client => {
    await client.query('select pg_advisory_xact_lock($1)', [lockId])
    await client.query('create schema if not exists sandbox')
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const known = await client.query<{ name: string }>('select name from migration')
    const applied = new Set(known.rows.map(row => row.name))
    const missing = files.filter(name => !applied.has(name))
    for (const name of missing) {
      await client.query(await readFile(new URL(name, folder), 'utf8'))
      await client.query('insert into migration (name) values ($1)', [name])
    }
    return missing
  })
}
