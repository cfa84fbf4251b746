// Applies the migrations that the database at DATABASE_URL does not have yet.
import { applyMigrations } from '../src/migrate/apply-migrations.ts'

const databaseUrl = process.env.DATABASE_URL
if (!databaseUrl) {
  console.error('DATABASE_URL is missing: it should be the address of the Postgres database to migrate.')
  process.exit(1)
}
try {
  const applied = await applyMigrations(databaseUrl)
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
} catch (error) {
  console.error(`The migrations could not be applied: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
