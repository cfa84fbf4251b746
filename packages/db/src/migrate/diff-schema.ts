import { noFilters } from './apply-migrations.ts'
import { readMigrations, readSchema } from './read-files.ts'
import { withSchemaEngine } from './schema-engine.ts'

const nothing = '-- This is an empty migration.'

/**
 * The SQL that is missing in the migrations for them to give the Prisma schema; empty where they agree. The engine applies
 * the migrations to a scratch database of its own beside the given one and drops it. What Prisma's schema cannot say
 * (checks, triggers, partial indexes) is not compared.
 */
export const diffSchema = async (databaseUrl: string): Promise<string> => {
  const from = { tag: 'migrations' as const, ...(await readMigrations()) }
  const to = { tag: 'schemaDatamodel' as const, ...(await readSchema()) }
  const { stdout } = await withSchemaEngine(databaseUrl, engine =>
    engine.diff({ from, to, script: true, exitCode: null, filters: noFilters }),
  )
  const sql = (stdout ?? '').trim()
  return sql === nothing ? '' : sql
}
