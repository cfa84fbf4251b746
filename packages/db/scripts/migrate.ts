// Applies the migrations that the database at DATABASE_URL does not have yet.
import { readDatabaseUrl } from '../src/env.ts'
import { applyMigrations } from '../src/migrate/apply-migrations.ts'
import { runScript } from './run-script.ts'

await runScript('The migrations could not be applied', async () => {
  const applied = await applyMigrations(readDatabaseUrl())
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
})
