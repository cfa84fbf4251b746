import type { MigrationList } from '@prisma/schema-engine-wasm'
import { Client } from 'pg'
import { readMigrations } from './read-files.ts'
import { RefusedScript } from './refused-script.ts'
import { withSchemaEngine } from './schema-engine.ts'

// Any number will do as long as nothing else in the database uses it for a lock. The engine has a lock of its own, but
// gives up on it after ten seconds, and a migration may take longer.
export const migrateLock = 7_204_011

export const noFilters = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations that the database does not have yet and answers their names. Two that run at once take turns, the
 * second waiting at most five minutes. A migration is one script and so one transaction: where the database refuses it,
 * nothing of it stays, the error has the database's own words, and the corrected migration is applied by the next run.
 */
export const applyMigrations = async (databaseUrl: string, migrations?: MigrationList): Promise<readonly string[]> => {
  const lock = new Client({
    connectionString: databaseUrl,
    application_name: 'makegood migrate',
    connectionTimeoutMillis: 5000,
  })
  await lock.connect()
  try {
    await lock.query("set lock_timeout = '5min'")
    await lock.query('select pg_advisory_lock($1)', [migrateLock])
    const migrationsList = migrations ?? (await readMigrations())
    const applied = await withSchemaEngine(databaseUrl, engine =>
      engine.applyMigrations({ migrationsList, filters: noFilters }),
    )
    return applied.appliedMigrationNames
  } catch (error) {
    if (!(error instanceof RefusedScript)) throw error
    const names = await markRolledBack(lock)
    throw new Error(`${names.join(', ')} was refused and rolled back: ${error.message}`, { cause: error })
  } finally {
    await lock.end()
  }
}

/** What `prisma migrate resolve --rolled-back` does: without it no later run would apply anything. */
const markRolledBack = async (client: Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null
    returning migration_name as name`,
  )
  return rows.map(row => row.name)
}
