import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { isLostConnection } from '../database/connect.ts'
import { DeadEpoch } from '../database/dead-epoch.ts'
import { planRun } from '../events/plan-runs.ts'
import { makeEvent } from '../events/read-events.ts'
import type { EventGroup, EventOutcome } from '../events/store-events.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import type { Registry } from '../functions/registry.ts'
import { newId } from '../ids/make-id.ts'
import { nextFire } from './next-fire.ts'

export type CronTimer = {
  /** Takes up the schedules of the functions as they are registered now. */
  refresh(): Promise<void>
  close(): void
}

type CronParts = {
  pool: pg.Pool
  clock: Clock
  registry: Registry
  store(group: EventGroup): Promise<EventOutcome>
  goOn(outcome: EventOutcome): void
  onTrouble(error: unknown): void
}

const troublePauseMs = 500
const refusedPauseMs = 30_000

/**
 * Starts a run at each time of each cron trigger, once: the time is part of a key that Postgres keeps. The next time is
 * stored, so one that passed while the engine was down is made up for, once, when it is back.
 */
export function createCronTimer(parts: CronParts): CronTimer {
  const { pool, clock, registry } = parts
  const timers = new Map<string, () => void>()
  let closed = false

  const arm = (fn: EngineFunction, cron: string, time: number) => {
    const name = `${fn.id} ${cron}`
    timers.get(name)?.()
    if (!closed)
      timers.set(
        name,
        clock.wakeAt(time, () => void fire(fn, cron, time)),
      )
  }

  const fire = async (fn: EngineFunction, cron: string, time: number) => {
    try {
      const planned = planFire(fn, cron, time, clock.now())
      parts.goOn(await parts.store({ events: [planned.event], runs: [planned.run], woken: [] }))
      const next = nextFire(cron, Math.max(clock.now(), time))
      if (next === undefined) return
      await pool.query('update engine.cron set next_ms = $3 where function_id = $1 and expression = $2', [
        fn.id,
        cron,
        next,
      ])
      arm(fn, cron, next)
    } catch (error) {
      parts.onTrouble(error)
      if (error instanceof DeadEpoch) return
      const pauseMs = isLostConnection(error) ? troublePauseMs : refusedPauseMs
      if (!closed) clock.wakeAt(clock.now() + pauseMs, () => void fire(fn, cron, time))
    }
  }

  return {
    async refresh() {
      const schedules = registry.active().flatMap(fn => fn.crons.map(cron => ({ fn, cron })))
      for (const stop of timers.values()) stop()
      timers.clear()
      const wanted = schedules.map(({ fn, cron }) => ({
        function_id: fn.id,
        expression: cron,
        next_ms: nextFire(cron, clock.now()),
      }))
      const { rows } = await pool.query<{ function_id: string; expression: string; next_ms: string }>(
        `with wanted as (
           select * from json_to_recordset($1) as x(function_id uuid, expression text, next_ms bigint)
         ), gone as (
           delete from engine.cron c where not exists (
             select from wanted w where w.function_id = c.function_id and w.expression = c.expression)
         ), added as (
           insert into engine.cron select * from wanted where next_ms is not null
           on conflict (function_id, expression) do nothing
         )
         select w.function_id, w.expression, coalesce(c.next_ms, w.next_ms) as next_ms
         from wanted w left join engine.cron c using (function_id, expression)`,
        [JSON.stringify(wanted)],
      )
      for (const row of rows) {
        const schedule = schedules.find(({ fn, cron }) => fn.id === row.function_id && cron === row.expression)
        if (schedule && row.next_ms !== null) arm(schedule.fn, schedule.cron, Number(row.next_ms))
      }
    },
    close() {
      closed = true
      for (const stop of timers.values()) stop()
    },
  }
}

function planFire(fn: EngineFunction, cron: string, time: number, now: number) {
  const at = new Date(time).toISOString().replace('.000Z', 'Z')
  const event = makeEvent({
    id: newId(now),
    name: 'inngest/scheduled.timer',
    externalId: at,
    data: { cron, fireAt: at, scheduledAt: at },
    user: {},
    ts: time,
    now,
  })
  const run = planRun(fn, event, [`cron ${cron} ${at}`], now)
  return { event, run: { ...run, taken: true } }
}
