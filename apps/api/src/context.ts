import { type AlertSettings, toAlertSettings } from '@makegood/core/alert/alert-settings'
import { type Policy, toPolicy } from '@makegood/core/policy'
import type { EngineHealth } from '@makegood/core/system/views'
import { type ListRelated, listRelatedIds } from '@makegood/db/catalogue/list-related-ids'
import { createPrisma, type Db } from '@makegood/db/client'
import { createRedis } from '@makegood/db/redis/create-redis'
import { createInngest } from '@makegood/events/client'
import { createFunctions } from '@makegood/events/functions'
import { createOutboxSender, type OutboxSender } from '@makegood/events/outbox/outbox-sender'
import { planSagas, type SagaPlans } from '@makegood/events/sagas/plan-sagas'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { type Auth, createAuth } from './auth/create-auth.ts'
import { createInvitationSender, type InvitationMail } from './auth/send-invitation.ts'
import { createPasswordResetSender } from './auth/send-password-reset.ts'
import { type ChangedSecondFactor, createSecondFactorTeller } from './auth/tell-second-factor-change.ts'
import { type Catalogue, createCatalogue } from './cache/create-catalogue.ts'
import { createToday, type Today } from './cache/create-today.ts'
import { rememberBriefly } from './cache/remember-briefly.ts'
import { createBooks } from './create-books.ts'
import { createOutside } from './create-outside.ts'
import type { ApiEnv } from './env.ts'
import { toLimitRules } from './limits/limit-rules.ts'
import { createRateLimits, type RateLimits } from './limits/rate-limits.ts'
import { createOrderChanges, type OrderChanges } from './live/order-changes.ts'
import { createTimings, type Timings } from './metrics/timings.ts'
import { type AnswerTimes, createAnswerTimes } from './watch/answer-times.ts'
import { askEngine } from './watch/ask-engine.ts'
import { createCircuits } from './watch/circuits.ts'
import { createProcessReports, type ProcessReports } from './watch/process-reports.ts'

const liveViewsPerOwnerMax = 20
const liveViewsMax = 10_000
/** What was bought together changes by the day, and is the dearest question of the product page. */
const engineAsked = { forMs: 2000, entriesMax: 1 }
const relatedProducts = { forMs: 60_000, entriesMax: 500 }

export type ApiContext = {
  readonly env: ApiEnv
  readonly logger: Logger
  readonly policy: Policy
  readonly alerts: AlertSettings
  readonly db: Db
  readonly redis: Redis
  /** What every shopper may read, as it is after the last change. */
  readonly catalogue: Catalogue
  /** Which products go with one, a minute old at most. */
  readonly listRelatedIds: (input: ListRelated) => Promise<readonly string[]>
  /** The figures of the console's first page, two seconds old at most. */
  readonly today: Today
  /** How the engine says it is, two seconds old at most. */
  readonly askEngine: (question: 'health') => Promise<EngineHealth>
  readonly answerTimes: AnswerTimes
  /** How long answers and statements take, for /metrics. */
  readonly timings: Timings
  /** What this process says of itself, for the console and the alerts. */
  readonly reports: ProcessReports
  readonly auth: Auth
  /** Tells an operator by mail what happened to their second factor, and waits for nothing. */
  readonly tellSecondFactorChange: (changed: ChangedSecondFactor) => void
  /** Sends the link with which an invited operator begins, and waits for nothing. */
  readonly sendInvitation: (mail: InvitationMail) => void
  readonly limits: RateLimits
  readonly orderChanges: OrderChanges
  /** Compares the books with the gateway, one review at a time. */
  readonly books: ReturnType<typeof createBooks>
  readonly outbox: OutboxSender
  readonly inngest: ReturnType<typeof createInngest>
  readonly functions: ReturnType<typeof createFunctions>
  /** The steps of every saga in their order, for operators who repair one. */
  readonly sagaPlans: SagaPlans
  /** Aborts when the process begins to stop: what never ends by itself ends then. */
  readonly stopping: AbortSignal
  readonly beginStop: () => void
  /** Lets go of the outside world, after the server has answered what was under way. */
  readonly close: () => Promise<void>
}

/** Everything that the process is made of, put together in one place. */
export const createContext = (env: ApiEnv, logger: Logger): ApiContext => {
  const policy = toPolicy(env)
  const timings = createTimings()
  const db = createPrisma(env.DATABASE_URL, {
    poolMax: env.POOL_MAX,
    applicationName: 'makegood api',
    onQuery: timings.queried,
  })
  const redis = createRedis(env.REDIS_URL, 'api')
  const subscriber = createRedis(env.REDIS_URL, 'api-order-changes')
  const sayRedisTrouble = (error: unknown) => logger.warn({ err: error }, 'a Redis connection has trouble')
  for (const connection of [redis, subscriber]) connection.on('error', sayRedisTrouble)
  const inngest = createInngest({
    baseUrl: env.INNGEST_BASE_URL,
    eventKey: env.INNGEST_EVENT_KEY,
    signingKey: env.INNGEST_SIGNING_KEY,
    logger: logger.child({ part: 'inngest' }),
  })
  const outbox = createOutboxSender({ db, inngest, redis, logger })
  const circuits = createCircuits(timings.circuit)
  const outside = createOutside(env, circuits)
  const alerts = toAlertSettings(env)
  const engine = {
    baseUrl: env.INNGEST_BASE_URL,
    signingKey: env.INNGEST_SIGNING_KEY,
    metricsKey: env.ENGINE_METRICS_KEY,
  }
  const engineHealth = rememberBriefly<'health', EngineHealth>(() => askEngine(engine), engineAsked)
  const engineQueue = async () => (await engineHealth('health')).due
  const answerTimes = createAnswerTimes()
  const say = () => ({ ...answerTimes.read(), circuits: circuits.said(), redis: redis.status })
  const reports = createProcessReports({ db, logger, say })
  const deps = { db, redis, ...outside, policy, alerts, engineQueue, webUrl: env.WEB_URL, logger, outbox }
  const books = createBooks({ db, gateway: outside.gateway, carrier: outside.carrier, logger })
  const orderChanges = createOrderChanges({
    subscriber,
    logger,
    perOwnerMax: liveViewsPerOwnerMax,
    totalMax: liveViewsMax,
  })
  const catalogue = createCatalogue({ databaseUrl: env.DATABASE_URL, db, redis, logger })
  const stop = new AbortController()
  return {
    env,
    logger,
    policy,
    alerts,
    db,
    redis,
    catalogue,
    today: createToday(db),
    askEngine: engineHealth,
    answerTimes,
    timings,
    reports,
    books,
    listRelatedIds: rememberBriefly(input => listRelatedIds(db, input), relatedProducts),
    auth: createAuth({
      db,
      logger,
      webOrigin: env.WEB_URL,
      secret: env.BETTER_AUTH_SECRET,
      policy,
      sendPasswordReset: createPasswordResetSender({ mailer: outside.mailer, webOrigin: env.WEB_URL, logger }),
    }),
    tellSecondFactorChange: createSecondFactorTeller({ db, mailer: outside.mailer, webOrigin: env.WEB_URL, logger }),
    sendInvitation: createInvitationSender({ mailer: outside.mailer, webOrigin: env.WEB_URL, logger }),
    limits: createRateLimits({ redis, rules: toLimitRules(env), logger }),
    orderChanges,
    outbox,
    inngest,
    functions: createFunctions(inngest, deps),
    sagaPlans: planSagas(deps),
    stopping: stop.signal,
    beginStop: () => stop.abort(),
    close: async () => {
      reports.stop()
      await books.settle()
      await outbox.stop()
      orderChanges.close()
      await catalogue.close()
      outside.mailer.close()
      redis.disconnect()
      await db.$disconnect()
    },
  }
}
