import { policySchema, toPolicy } from '@makegood/core/policy'
import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Db } from '@makegood/db/client'
import { createRedis } from '@makegood/db/redis/create-redis'
import { pino } from 'pino'
import type { Deps } from '../saga/deps.ts'
import type { StepTools } from '../saga/run-saga.ts'

/** Step tools that try an act as often as the engine would, at once: for what the runner does, not for when. */
export const immediateSteps = (attempts: number): StepTools => ({
  run: async (_id, act) => {
    let last: unknown
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        return await act()
      } catch (error) {
        last = error
      }
    }
    throw last
  },
})

const silentGateway: PaymentGateway = {
  charge: () => Promise.reject(new Error('this test charges nothing')),
  cancelCharge: () => Promise.reject(new Error('this test cancels nothing')),
  refund: () => Promise.reject(new Error('this test refunds nothing')),
  findByKey: () => Promise.reject(new Error('this test asks nothing')),
  findRefundByKey: () => Promise.reject(new Error('this test asks nothing')),
  listCharges: () => Promise.reject(new Error('this test lists nothing')),
}

/** Dependencies of the sagas on a test database, quiet, with an outbox that nobody sends. */
export const createTestDeps = (db: Db, redisUrl: string, gateway: PaymentGateway = silentGateway): Deps => ({
  db,
  redis: createRedis(redisUrl, 'test'),
  gateway,
  policy: toPolicy(policySchema.parse({})),
  logger: pino({ level: 'silent' }),
  outbox: { nudge: () => undefined },
})
