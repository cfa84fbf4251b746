import type pg from 'pg'
import { DeadEpoch } from '../database/dead-epoch.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { checkFunction } from './check-function.ts'
import type { EngineFunction } from './engine-function.ts'
import type { FunctionConfig } from './function-config.ts'
import { refuseTakenId } from './refuse.ts'

export type App = { id: string; url: string; sdk: string; framework: string | undefined }

/** Replaces the app's functions in one transaction; answers whether anything differs from before. */
export async function storeFunctions(
  pool: pg.Pool,
  app: App,
  functions: { fn: EngineFunction; config: FunctionConfig }[],
  { epoch, now }: { epoch: number; now: number },
): Promise<boolean> {
  const rows = functions.map(({ fn, config }) => ({ id: fn.id, slug: fn.slug, config: JSON.stringify(config) }))
  try {
    return await inTransaction(pool, async client => {
      const alive = await client.query('select from engine.instance where epoch = $1 for share', [epoch])
      if (alive.rowCount === 0) throw new DeadEpoch()
      await client.query(
        `insert into engine.app (id, url, sdk, framework, registered_ms) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set url = $2, sdk = $3, framework = $4, registered_ms = $5`,
        [app.id, app.url, app.sdk, app.framework ?? null, now],
      )
      const written = await client.query(
        `insert into engine.function as f (id, app_id, slug, config)
         select x.id, $1, x.slug, x.config from json_to_recordset($2) as x(id uuid, slug text, config text)
         on conflict (id) do update set config = excluded.config, retired = false
           where f.config <> excluded.config or f.retired`,
        [app.id, JSON.stringify(rows)],
      )
      const retired = await client.query(
        'update engine.function set retired = true where app_id = $1 and not retired and not (id = any($2::uuid[]))',
        [app.id, rows.map(row => row.id)],
      )
      return (written.rowCount ?? 0) + (retired.rowCount ?? 0) > 0
    })
  } catch (error) {
    if (isTakenSlug(error)) refuseTakenId(/=\((.*)\)/.exec(error.detail ?? '')?.[1])
    throw error
  }
}

function isTakenSlug(error: unknown): error is Error & { detail?: string } {
  return error instanceof Error && 'constraint' in error && error.constraint === 'function_slug_key'
}

export type StoredFunction = { fn: EngineFunction; retired: boolean }

/** All functions as they were registered last, so that runs go on after a restart without a new registration. */
export async function loadFunctions(pool: pg.Pool): Promise<StoredFunction[]> {
  const stored = await pool.query<{ app_id: string; config: string; retired: boolean }>(
    'select app_id, config, retired from engine.function',
  )
  return stored.rows.map(row => ({ fn: checkFunction(row.app_id, JSON.parse(row.config)).fn, retired: row.retired }))
}
