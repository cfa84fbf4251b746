// Fails where the migrations do not give the Prisma schema. Needs a Postgres on which a scratch database may be created.
import { diffSchema } from '../src/migrate/diff-schema.ts'

const databaseUrl = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
if (!databaseUrl) {
  console.error(
    'TEST_DATABASE_URL is missing: it should be the address of a Postgres that may create a scratch database.',
  )
  process.exit(1)
}
const missing = await diffSchema(databaseUrl)
if (missing) {
  console.error('The migrations do not give the schema. What is missing (npm run migration:create writes it):\n')
  console.error(missing)
  process.exit(1)
}
console.log('The migrations give the schema.')
