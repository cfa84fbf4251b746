import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { adminUrl } from './env.ts'

export type TestDatabase = {
  url: string
  query(sql: string): Promise<Record<string, unknown>[]>
  drop(): Promise<void>
}

/** An empty database of its own on the server that TEST_DATABASE_URL names. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `engine_test_${randomBytes(6).toString('hex')}`
  await asAdmin(`create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async query(sql) {
      const client = new pg.Client(url.href)
      await client.connect()
      try {
        return (await client.query<Record<string, unknown>>(sql)).rows
      } finally {
        await client.end()
      }
    },
    drop: () => asAdmin(`drop database ${name} with (force)`),
  }
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client(adminUrl)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
