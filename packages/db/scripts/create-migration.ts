// Writes a new migration with what the schema has and the migrations do not: node scripts/create-migration.ts add_wallet
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diffSchema } from '../src/migrate/diff-schema.ts'
import { migrationsDir, readMigrations } from '../src/migrate/read-files.ts'

const name = process.argv[2]
const databaseUrl = process.env.DATABASE_URL
if (!name || !/^[a-z0-9_]+$/.test(name) || !databaseUrl) {
  console.error(
    'Say a name in lower case (add_wallet) and set DATABASE_URL to a Postgres that may create a scratch database.',
  )
  process.exit(1)
}
const sql = await diffSchema(databaseUrl)
if (!sql) {
  console.log('The migrations give the schema already: nothing to write.')
} else {
  const count = (await readMigrations()).migrationDirectories.length
  const folder = join(migrationsDir, `${String(count + 1).padStart(4, '0')}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`)
  console.log(`Wrote ${folder}/migration.sql. Read it, and add by hand what Prisma cannot say.`)
}
