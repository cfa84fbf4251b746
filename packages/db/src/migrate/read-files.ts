import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'

const prismaDir = join(import.meta.dirname, '..', '..', 'prisma')
export const migrationsDir = join(prismaDir, 'migrations')
const schemaDir = join(prismaDir, 'schema')

/** The migrations in the folder, oldest first, as the schema engine reads them. */
export const readMigrations = async (): Promise<MigrationList> => {
  const entries = await readdir(migrationsDir, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async name => {
      const content = await readFile(join(migrationsDir, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: content } } }
    }),
  )
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(migrationsDir, 'migration_lock.toml'), 'utf8'),
  }
  return { baseDir: migrationsDir, lockfile, shadowDbInitScript: '', migrationDirectories }
}

/** The Prisma schema's files. */
export const readSchema = async (): Promise<SchemasContainer> => {
  const names = (await readdir(schemaDir)).filter(name => name.endsWith('.prisma')).sort()
  const files = await Promise.all(
    names.map(async name => ({ path: join(schemaDir, name), content: await readFile(join(schemaDir, name), 'utf8') })),
  )
  return { files }
}
