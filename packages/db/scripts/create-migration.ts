// Writes a new migration with what the schema has and the migrations do not: node scripts/create-migration.ts add_wallet
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readScratchServerUrl } from '../src/env.ts'
import { diffSchema } from '../src/migrate/diff-schema.ts'
import { migrationsDir, readMigrations } from '../src/migrate/read-files.ts'
import { runScript } from './run-script.ts'

await runScript('The migration could not be written', async () => {
  const name = process.argv[2]
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('say its name in lower case, for example add_wallet')
  const sql = await diffSchema(readScratchServerUrl())
  if (!sql) {
    console.log('The migrations give the schema already: nothing to write.')
    return
  }
  const count = (await readMigrations()).migrationDirectories.length
  const folder = join(migrationsDir, `${String(count + 1).padStart(4, '0')}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`)
  console.log(`Wrote ${folder}/migration.sql. Read it, and add by hand what Prisma cannot say.`)
})
