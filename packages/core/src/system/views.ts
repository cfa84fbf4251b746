import { z } from 'zod'
import { sagaStarts } from '../saga/saga-starts.ts'

/** The systems outside of the shop, each behind a circuit of its own in each api process. */
export const outsideNames = ['gateway', 'carrier', 'mail', 'sms', 'push', 'data-platform'] as const
export type OutsideName = (typeof outsideNames)[number]

export const circuitSchema = z.object({ state: z.enum(['closed', 'open', 'trying']), since: z.iso.datetime() })

/** What an api process says of itself. */
export const processSaidSchema = z.object({
  /** How many answers it gave in its last minute, and within which time 95 of 100 of them came. */
  answers: z.int(),
  answerP95Ms: z.number(),
  circuits: z.record(z.enum(outsideNames), circuitSchema),
  redis: z.string(),
})
export type ProcessSaid = z.infer<typeof processSaidSchema>

export const engineHealthSchema = z.object({
  reachable: z.boolean(),
  /** Due in its queue and how late the oldest is; null where this server does not say. */
  due: z.number().nullable(),
  oldestDueSeconds: z.number().nullable(),
  runsUnderWay: z.number().nullable(),
  trouble: z.string().nullable(),
})
export type EngineHealth = z.infer<typeof engineHealthSchema>

/** Whether the engine is away, and when it was last known to work: the end of the last job that it ran. */
export const engineStateSchema = z.object({ away: z.boolean(), lastWorkedAt: z.iso.datetime().nullable() })

export const systemViewSchema = z.object({
  asOf: z.iso.datetime(),
  /** `running` counts those that wait for somebody as well. */
  sagas: z.object({ running: z.int(), waiting: z.int(), stalled: z.int(), stopped: z.int() }),
  outbox: z.object({ unsent: z.int(), lagSeconds: z.number(), refused: z.int() }),
  engine: engineHealthSchema,
  webhooks: z.object({ lastHour: z.int(), unhandled: z.int(), oldestSeconds: z.number(), failed: z.int() }),
  notifications: z.object({ waiting: z.int(), failed: z.int() }),
  deliveries: z.object({ waiting: z.int() }),
  campaigns: z.object({ inRedis: z.int().nullable(), open: z.int() }),
  processes: z.array(
    z.object({
      id: z.string(),
      startedAt: z.iso.datetime(),
      seenAt: z.iso.datetime(),
      said: processSaidSchema,
    }),
  ),
  jobs: z.array(
    z.object({
      job: z.string(),
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime(),
      okAt: z.iso.datetime().nullable(),
      error: z.string().nullable(),
    }),
  ),
})
export type SystemView = z.infer<typeof systemViewSchema>

export const sagaStates = [
  'unfinished',
  'running',
  'waiting',
  'retrying',
  'undoing',
  'paused',
  'stuck',
  'stopped',
] as const
const sagaNames = [...new Set(Object.values(sagaStarts).map(({ saga }) => saga))] as [string, ...string[]]

export { sagaNames }

export const listSystemSagasInput = z.strictObject({
  state: z.enum(sagaStates).default('unfinished'),
  name: z.string().max(60).optional(),
  /** Only those that were begun at least so many seconds ago. */
  olderThanSeconds: z.coerce.number().int().min(0).max(31_536_000).optional(),
  cursor: z.string().max(100).optional(),
})

export const systemSagaSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(sagaStates).exclude(['unfinished']),
  /** When it began to be so, and when it goes on by itself; null where that is not known beforehand. */
  stateSince: z.iso.datetime(),
  nextAt: z.iso.datetime().nullable(),
  currentStep: z.string().nullable(),
  /** Why the step that is tried again failed last. */
  error: z.string().nullable(),
  attempts: z.int().nullable(),
  startedAt: z.iso.datetime(),
  generation: z.int(),
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
})
export type SystemSaga = z.infer<typeof systemSagaSchema>
export const systemSagaPageSchema = z.object({ sagas: z.array(systemSagaSchema), nextCursor: z.string().nullable() })
