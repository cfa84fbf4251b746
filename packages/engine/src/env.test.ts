import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const database = { ENGINE_DATABASE_URL: 'postgres://u:p@localhost:5432/shop' }

test('only the database must be named; empty names count as absent', () => {
  expect(readEnv({ ...database, INNGEST_EVENT_KEY: '' })).toMatchObject({
    HOST: '127.0.0.1',
    ENGINE_PORT: 8288,
    ENGINE_APP_CONCURRENCY: 64,
  })
})

test('each missing or wrong name is named, with what it should be', () => {
  const wrong = { ENGINE_PORT: 'http', INNGEST_SIGNING_KEY: 'secret' }
  expect(() => readEnv(wrong)).toThrow(
    /ENGINE_PORT is wrong.*ENGINE_DATABASE_URL is missing: should be a Postgres address/s,
  )
  expect(() => readEnv(wrong)).toThrow(/INNGEST_SIGNING_KEY is wrong: should be signkey-prod/)
})
