import { alertSchema, toAlertSettings } from '@makegood/core/alert/alert-settings'
import { policySchema, toPolicy } from '@makegood/core/policy'
import type { Db } from '@makegood/db/client'
import { createRedis } from '@makegood/db/redis/create-redis'
import { pino } from 'pino'
import type { Deps } from '../saga/deps.ts'

/** A port of which a test has only these calls: whoever makes another one fails. */
export const testPort = <Port extends object>(name: string, calls: NoInfer<Partial<Port>> = {}): Port =>
  new Proxy(calls as Port, {
    get: (port, call) =>
      Reflect.get(port, call) ?? (() => Promise.reject(new Error(`this test has no ${name} to ${String(call)} with`))),
  })

/** Dependencies of the functions on a test database, quiet, with an outbox that nobody sends. */
export const createTestDeps = (db: Db, redisUrl: string, changes: Partial<Deps> = {}): Deps => ({
  db,
  redis: createRedis(redisUrl, 'test'),
  gateway: testPort('gateway'),
  carrier: testPort('carrier'),
  mailer: testPort('mailer'),
  smsSender: testPort('SMS sender'),
  pushSender: testPort('push sender'),
  dataPlatform: testPort('data platform'),
  policy: toPolicy(policySchema.parse({})),
  alerts: toAlertSettings(alertSchema.parse({})),
  engineQueue: async () => null,
  webUrl: 'http://shop.test',
  logger: pino({ level: 'silent' }),
  outbox: { nudge: () => undefined },
  ...changes,
})
