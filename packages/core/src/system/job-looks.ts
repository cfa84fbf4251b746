/** Jobs of every minute that look several times within it, so that nothing waits for the next minute. */
export const lookingJobs: readonly string[] = ['resume-stalled-sagas', 'try-incidents-again']

/** Seconds of the minute at which they look. */
export const lookSeconds = [0, 15, 30, 45] as const

const restMs = 45_000

/** How long a run of a job that took this long has rested between its looks. */
export const restedMs = (job: string, tookMs: number): number =>
  lookingJobs.includes(job) && tookMs >= restMs ? restMs : 0
