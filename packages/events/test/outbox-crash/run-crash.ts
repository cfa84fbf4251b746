import { setTimeout as sleep } from 'node:timers/promises'
import { countUnfinished } from '@makegood/db/invariants/check-invariants'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { resumeAllStalled } from '../../src/jobs/resume-stalled-sagas.ts'
import { createOutboxSender } from '../../src/outbox/outbox-sender.ts'
import { type SagaStand, startSagaStand } from '../start-saga-stand.ts'
import { countEvents, type EventCounter, isCounted } from './count-events.ts'
import { findFaults } from './find-faults.ts'
import { runLives } from './run-lives.ts'

export type CrashRun = {
  readonly seed: number
  readonly kills: number
  /** The killing ends after so long, however many there were. */
  readonly killForMs: number
  readonly lanes?: number
  readonly onKill?: (killed: number) => void
}

export type CrashReport = {
  readonly kills: number
  readonly killedForMs: number
  /** From the last kill until everything had been sent and acted on. */
  readonly settledMs: number
  readonly orders: number
  readonly charged: number
  readonly events: number
  /** Events that more than one process had in its hands. */
  readonly claimedAgain: number
  /** Sagas that were started again because their event was held up for longer than their lease. */
  readonly resumed: number
  readonly faults: readonly string[]
}

const productCount = 10
const units = 1_000_000
const settleMsMax = 180_000

/**
 * Processes that commit changes and send their events are killed with -9, one after another, each at the moment that the
 * seed says; only they send. Then one process sends what they left, and everything is judged.
 */
export const runCrash = async ({ seed, kills, killForMs, lanes = 3, onKill }: CrashRun): Promise<CrashReport> => {
  const began = new Date()
  const stand = await startSagaStand({ timeoutMs: 10_000 })
  // The process that serves the functions commits changes too; whoever lives then sends their events.
  await stand.outbox.stop()
  const counter = await countEvents(stand.engine.url)
  try {
    const products = []
    for (let n = 0; n < productCount; n += 1) products.push(await seedProductWithStock(stand.db, { units }))
    const about = {
      databaseUrl: stand.databaseUrl,
      redisUrl: process.env.TEST_REDIS_URL ?? '',
      engineUrl: stand.engine.url,
      variantIds: products.map(({ variantId }) => variantId),
    }
    const start = performance.now()
    const killed = await runLives({ seed, lanes, kills, untilMs: start + killForMs }, about, onKill ?? ignore)
    const killedAt = performance.now()
    await settle(stand, counter)
    return {
      kills: killed,
      killedForMs: killedAt - start,
      settledMs: performance.now() - killedAt,
      orders: await stand.db.order.count(),
      charged: await stand.db.payment.count({ where: { chargeRef: { not: null } } }),
      events: await stand.db.outbox.count(),
      claimedAgain: await stand.db.outbox.count({ where: { attempts: { gt: 1 } } }),
      resumed: await stand.db.saga.count({ where: { generation: { gt: 1 } } }),
      faults: await findFaults(stand, counter, began),
    }
  } finally {
    counter.stop()
    await stand.stop()
  }
}

const ignore = (): void => undefined

/** One more process, which nobody kills: it sends what is left, and everything comes to its end. */
const settle = async (stand: SagaStand, { runsOf }: EventCounter): Promise<void> => {
  const { db, deps, inngest } = stand
  const outbox = createOutboxSender({ db, inngest, redis: deps.redis, logger: deps.logger })
  outbox.start()
  try {
    for (const deadline = performance.now() + settleMsMax; performance.now() < deadline; await sleep(250)) {
      // The job that finds sagas without progress, which runs each minute, is not waited for.
      await resumeAllStalled(deps)
      outbox.nudge()
      const { sagas, events } = await countUnfinished(db)
      if (sagas === 0 && events === 0 && (await isAllCounted(db, runsOf))) return
    }
  } finally {
    await outbox.stop()
  }
}

const isAllCounted = async (db: SagaStand['db'], runsOf: EventCounter['runsOf']): Promise<boolean> => {
  const events = await db.outbox.findMany({ select: { id: true, name: true } })
  return events.every(({ id, name }) => !isCounted(name) || runsOf.has(id))
}
