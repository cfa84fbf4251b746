const units: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 }

/** When a sleep ends: the SDK names a duration such as "1h30m" or an ISO time. Undefined where it is neither. */
export function sleepUntil(name: string, now: number): number | undefined {
  if (/^(\d+(?:\.\d+)?(?:ms|[wdhms]))+$/.test(name)) {
    let length = 0
    for (const [, count, unit] of name.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g)) {
      length += Number(count) * (units[unit ?? ''] ?? 0)
    }
    return Math.ceil(now + length)
  }
  const time = /^\d{4}-\d{2}-\d{2}T/.test(name) ? Date.parse(name) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
