import { policySchema, toPolicy } from '@makegood/core/policy'
import type { Db } from '@makegood/db/client'
import { createRedis } from '@makegood/db/redis/create-redis'
import { pino } from 'pino'
import type { Deps } from '../saga/deps.ts'

/** A port that a test has no use for: whoever calls it fails the test. */
const silent = <Port extends object>(name: string): Port =>
  new Proxy({} as Port, {
    get: (_port, call) => () => Promise.reject(new Error(`this test has no ${name} to ${String(call)} with`)),
  })

/** Dependencies of the functions on a test database, quiet, with an outbox that nobody sends. */
export const createTestDeps = (db: Db, redisUrl: string, changes: Partial<Deps> = {}): Deps => ({
  db,
  redis: createRedis(redisUrl, 'test'),
  gateway: silent('gateway'),
  carrier: silent('carrier'),
  mailer: silent('mailer'),
  smsSender: silent('SMS sender'),
  pushSender: silent('push sender'),
  dataPlatform: silent('data platform'),
  policy: toPolicy(policySchema.parse({})),
  webUrl: 'http://shop.test',
  logger: pino({ level: 'silent' }),
  outbox: { nudge: () => undefined },
  ...changes,
})
