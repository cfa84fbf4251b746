import { noteJobRun } from '@makegood/db/system/note-job-run'
import { cron, type Inngest, type InngestFunction } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'

export type JobStep = {
  run<Result>(id: string, act: () => Promise<Result>): Promise<Result>
  sleep(id: string, time: string): Promise<void>
}

type Job = {
  readonly id: string
  /** When it runs, in cron's words. */
  readonly at: string
  /** One run at a time, where two would do the same work twice. */
  readonly alone?: boolean
  readonly work: (step: JobStep) => Promise<unknown>
}

/** A job by the clock, whose last run is written down for the console. One that fails is not retried: the next run comes. */
export const createJob = (inngest: Inngest, deps: Deps, { id, at, alone, work }: Job): InngestFunction.Any =>
  inngest.createFunction(
    { id, triggers: [cron(at)], retries: 0, ...(alone ? { concurrency: 1 } : {}) },
    async ({ event, step }) => {
      const startedAt = new Date((event as { ts?: number }).ts ?? Date.now())
      try {
        const result = await work(step as unknown as JobStep)
        await note(deps, { job: id, startedAt, error: null })
        return result
      } catch (error) {
        await note(deps, { job: id, startedAt, error: messageOf(error) })
        throw error
      }
    },
  )

/** What cannot be written down changes nothing about the work itself. */
const note = async ({ db, logger }: Deps, run: Parameters<typeof noteJobRun>[1]): Promise<void> => {
  try {
    await noteJobRun(db, run)
  } catch (error) {
    logger.warn({ job: run.job, error: messageOf(error) }, "a job's run could not be written down")
  }
}
