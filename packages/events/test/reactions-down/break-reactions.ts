import { shopDayOf } from '@makegood/core/shop-time'
import { unitsKey } from '@makegood/db/redis/sales-ranking'
import type { SagaStand } from '../start-saga-stand.ts'

/** Mail, SMS, push and the data platform are down, the ranking's key in Redis is of another type, the audit has no table. */
export const breakReactions = async (stand: SagaStand): Promise<void> => {
  const down = { mode: 'down' }
  await stand.setFaults({ mail: down, sms: down, push: down, 'data-platform': down })
  await stand.deps.redis.set(unitsKey(shopDayOf(new Date())), 'not a ranking')
  await stand.db.$executeRaw`alter table audit_entry rename to audit_entry_away`
}

export const mendReactions = async (stand: SagaStand): Promise<void> => {
  await stand.clearFaults()
  await stand.deps.redis.del(unitsKey(shopDayOf(new Date())))
  await stand.db.$executeRaw`alter table audit_entry_away rename to audit_entry`
}
