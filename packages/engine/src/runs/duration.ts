const units: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 }

/** Milliseconds of a duration as the SDK writes it, such as "1h30m"; undefined for anything else. */
export function readDuration(text: string): number | undefined {
  if (!/^(\d+(?:\.\d+)?(?:ms|[wdhms]))+$/.test(text)) return undefined
  let length = 0
  for (const [, count, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g)) {
    length += Number(count) * (units[unit ?? ''] ?? 0)
  }
  return Math.ceil(length)
}
