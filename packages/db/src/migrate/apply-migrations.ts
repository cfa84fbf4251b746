import { Client } from 'pg'
import { readMigrations } from './read-files.ts'
import { withSchemaEngine } from './schema-engine.ts'

// Any number will do as long as nothing else in the database uses it for a lock.
const lockNumber = 7_204_011

export const noFilters = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations that the database does not have yet and answers their names. Two that run at once take turns. A
 * migration that fails throws the database's own message and stays recorded as failed, as with `prisma migrate deploy`.
 */
export const applyMigrations = async (databaseUrl: string): Promise<readonly string[]> => {
  const lock = new Client({ connectionString: databaseUrl, application_name: 'makegood migrate' })
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [lockNumber])
    const migrationsList = await readMigrations()
    const applied = await withSchemaEngine(databaseUrl, engine =>
      engine.applyMigrations({ migrationsList, filters: noFilters }),
    )
    return applied.appliedMigrationNames
  } finally {
    await lock.end()
  }
}
