import type { Rate } from './flow-options.ts'

// Both count by the generic cell rate algorithm: each run spends period / limit of the time to come, and what is spent
// may run ahead of now by the burst. `spentMs` is the moment up to which it is spent, undefined where nothing is.

type Pace = Pick<Rate, 'limit' | 'periodMs' | 'burst'>

/** Lets a run through, with the time up to which the allowance is then spent; undefined where it is over the limit. */
export function admit(spentMs: number | undefined, now: number, pace: Pace): number | undefined {
  return firstSlot(spentMs, now, pace) <= now ? spend(spentMs, now, pace) : undefined
}

/** When a run may start that has to keep to the pace, and the time up to which the allowance is then spent. */
export function takeSlot(spentMs: number | undefined, now: number, pace: Pace): { startMs: number; spentMs: number } {
  const startMs = Math.max(now, Math.ceil(firstSlot(spentMs, now, pace)))
  return { startMs, spentMs: spend(spentMs, now, pace) }
}

function firstSlot(spentMs: number | undefined, now: number, { limit, periodMs, burst }: Pace): number {
  return (spentMs ?? now) - (periodMs / limit) * burst
}

function spend(spentMs: number | undefined, now: number, { limit, periodMs }: Pace): number {
  return Math.max(spentMs ?? now, now) + periodMs / limit
}
