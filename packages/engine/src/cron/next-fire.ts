import { Cron } from 'croner'

/** A cron trigger's schedule. "TZ=Europe/Paris 0 12 * * *" names a time zone; without one it is UTC. */
export function parseCron(text: string): Cron {
  const [, zone, pattern = text] = /^TZ=(\S+)\s+(.*)$/.exec(text) ?? []
  return new Cron(pattern, { paused: true, timezone: zone ?? 'UTC' })
}

/** The first time after `now` at which the schedule fires; undefined where it never does. */
export function nextFire(text: string, now: number): number | undefined {
  return parseCron(text).nextRun(new Date(now))?.getTime()
}
