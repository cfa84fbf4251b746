export type GrowingWait = { readonly firstSeconds: number; readonly longestSeconds: number }

/** How long to wait after this many failed attempts: twice as long each time, never longer than the longest. */
export const growingWaitSeconds = (attempts: number, { firstSeconds, longestSeconds }: GrowingWait): number =>
  Math.min(firstSeconds * 2 ** Math.min(Math.max(attempts - 1, 0), 30), longestSeconds)
