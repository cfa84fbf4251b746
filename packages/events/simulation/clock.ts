import { setTimeout as sleep } from 'node:timers/promises'

/** For how long seeds are played together. */
export type Clock = {
  /** False once the time is up: then the actors stop, wherever they are. */
  isOn(): boolean
  /** Waits so long, or until the time is up. */
  pause(ms: number): Promise<void>
  /** Is told of each look at the orders, whether anything moves. */
  heed(isMoving: boolean): void
}

const longestMs = 60_000
/** Looks, and not milliseconds: on a busy machine everything takes longer, the looks too. */
const stillLooksMax = 12

/** The time is up when nothing moves and nobody means to do anything, and after a while in any case. */
export const startClock = (): Clock => {
  const began = performance.now()
  const ended = new AbortController()
  const over = new Promise<void>(resolve => ended.signal.addEventListener('abort', () => resolve()))
  let stillLooks = 0
  let pausing = 0

  return {
    isOn: () => !ended.signal.aborted,
    pause: async ms => {
      pausing += 1
      await Promise.race([sleep(ms, undefined, { ref: false }), over])
      pausing -= 1
      stillLooks = 0
    },
    heed: isMoving => {
      stillLooks = isMoving || pausing > 0 ? 0 : stillLooks + 1
      if (stillLooks > stillLooksMax || performance.now() - began > longestMs) ended.abort()
    },
  }
}
