import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { createPrisma, type Db } from '../client.ts'
import { readTestDatabaseUrl } from '../env.ts'
import { applyMigrations } from '../migrate/apply-migrations.ts'
import { readMigrations } from '../migrate/read-files.ts'

export type TestDatabase = { readonly url: string; readonly db: Db; drop(): Promise<void> }

// Any number will do as long as nothing else on the test server uses it for a lock.
const templateLock = 7_204_012

/**
 * A fresh, migrated database for one test file, copied from a template that is migrated once for each state of the
 * migrations. Needs TEST_DATABASE_URL: a Postgres on which databases may be created.
 */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const adminUrl = readTestDatabaseUrl()
  const template = await ensureTemplate(adminUrl)
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(adminUrl, admin => admin.query(`create database ${name} template ${template}`))
  const url = withDatabase(adminUrl, name)
  const db = createPrisma(url, { poolMax: 10, applicationName: name })
  return {
    url,
    db,
    drop: async () => {
      await db.$disconnect()
      await onServer(adminUrl, admin => admin.query(`drop database ${name} with (force)`))
    },
  }
}

const ensureTemplate = async (adminUrl: string): Promise<string> => {
  const hash = createHash('sha256')
    .update(JSON.stringify(await readMigrations()))
    .digest('hex')
    .slice(0, 16)
  const name = `template_${hash}`
  await onServer(adminUrl, async admin => {
    await admin.query('select pg_advisory_lock($1)', [templateLock])
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length > 0) return
    // Migrated under another name first: a template that bears its name is whole.
    const draft = `draft_${hash}_${randomBytes(4).toString('hex')}`
    await admin.query(`create database ${draft}`)
    await applyMigrations(withDatabase(adminUrl, draft))
    await admin.query(`alter database ${draft} rename to ${name}`)
  })
  return name
}

const onServer = async (adminUrl: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
