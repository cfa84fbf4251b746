import { createLane, type Lane } from './database/batch-lane.ts'
import type { Database } from './database/connect.ts'
import { type EventGroup, type EventOutcome, storeEventGroups } from './events/store-events.ts'
import type { FlowControl } from './flow/flow-control.ts'
import { replaceEvents } from './flow/replace-events.ts'
import type { EngineMetrics } from './metrics/engine-metrics.ts'
import type { Activity } from './page/activity.ts'
import type { Progress } from './progress/progress.ts'
import { storeProgressBatch } from './progress/store-progress.ts'

type LaneParts = {
  database: Database
  epoch: number
  now(): number
  flow: FlowControl
  metrics: EngineMetrics
  activity: Activity
  fenced<Result>(writing: Promise<Result>): Promise<Result>
}

const mostAtOnce = 500
const mostStatementBytes = 8 * 1_024 * 1_024
const eventPatienceMs = 15_000
const progressPatienceMs = 600_000

/** The two ways by which anything about runs is written: one for events that come, one for what runs have done. */
export function createWriteLanes({ database, epoch, now, flow, metrics, activity, fenced }: LaneParts): {
  eventLane: Lane<EventGroup, EventOutcome>
  progressLane: Lane<Progress, EventOutcome>
} {
  const eventLane = createLane<EventGroup, EventOutcome>({
    write: metrics.watchWrites('events', async (groups, again) => {
      const time = now()
      const outcomes = await fenced(
        flow.decide(groups, time, ({ groups: decided, writes }) =>
          storeEventGroups(database.events, decided, { epoch, now: time, again, flow: writes }),
        ),
      )
      activity.tookIn(groups)
      metrics.tookIn(groups)
      return outcomes
    }),
    maxBatch: mostAtOnce,
    weigh: weighGroup,
    maxWeight: mostStatementBytes,
    width: 1,
    giveUpMs: eventPatienceMs,
  })
  const progressLane = createLane<Progress, EventOutcome>({
    write: metrics.watchWrites('progress', async (batch, again) => {
      const time = now()
      const events = batch.flatMap(progress => progress.events)
      const outcomes = await fenced(
        flow.decide(events, time, ({ groups, writes }) =>
          storeProgressBatch(database.progress, replaceEvents(batch, groups), {
            epoch,
            now: time,
            again,
            flow: writes,
          }),
        ),
      )
      activity.wrote(batch)
      metrics.tookIn(events)
      return outcomes
    }),
    maxBatch: mostAtOnce,
    weigh: weighProgress,
    maxWeight: mostStatementBytes,
    width: 1,
    giveUpMs: progressPatienceMs,
  })
  return { eventLane, progressLane }
}

function weighGroup({ events }: EventGroup): number {
  return events.reduce((sum, event) => sum + event.payload.length, 0)
}

function weighProgress({ steps, ended, answer, events }: Progress): number {
  const kept = steps.reduce((sum, step) => sum + step.memo.length + (step.input?.length ?? 0), 0)
  const told = events.reduce((sum, group) => sum + weighGroup(group), 0)
  return kept + told + (ended?.output.length ?? 0) + (answer?.memo.length ?? 0)
}
