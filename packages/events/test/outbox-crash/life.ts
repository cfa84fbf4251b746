// One process of the shop: it commits changes and sends their events, until the kill -9 that its seed says.
import { flushCompileCache } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPrisma } from '@makegood/db/client'
import { createRedis } from '@makegood/db/redis/create-redis'
import { pino } from 'pino'
import { createRandom } from '../../simulation/random.ts'
import { createInngest } from '../../src/client.ts'
import { createOutboxSender } from '../../src/outbox/outbox-sender.ts'
import { standKeys } from '../stand/keys.ts'
import { changeShop } from './change-shop.ts'
import { planKill } from './kill-points.ts'
import { createKiller, killableDb, killableInngest } from './killable.ts'
import type { LifeOrder } from './run-lives.ts'

// A process that is killed writes its cache of compiled code too late.
flushCompileCache()

const changesMax = 200
const order = JSON.parse(process.argv[2] ?? '{}') as LifeOrder
const { seed, life } = order
const random = createRandom(seed, `life ${life}`)
const logger = pino({ level: 'silent' })
const db = createPrisma(order.databaseUrl, { poolMax: 3, applicationName: `life ${life}` })
const redis = createRedis(order.redisUrl, `life ${life}`)
const inngest = createInngest({
  baseUrl: order.engineUrl,
  eventKey: standKeys.INNGEST_EVENT_KEY,
  signingKey: standKeys.INNGEST_SIGNING_KEY,
  logger,
})
const killer = createKiller(planKill(seed, life))
const outbox = createOutboxSender({
  db: killableDb(db, killer),
  inngest: killableInngest(inngest, killer),
  redis,
  logger,
})
outbox.start()
for (let change = 0; change < changesMax; change += 1) {
  await killer.act(() => changeShop(db, random, order.variantIds), { during: 'in-commit', after: 'after-commit' })
  outbox.nudge()
  await sleep(random.between(0, 10))
}
process.stderr.write(`life ${life} of seed ${seed} was not killed\n`)
process.exit(3)
