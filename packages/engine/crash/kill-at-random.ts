import { setTimeout as pause } from 'node:timers/promises'
import type { Victim } from './processes/victim.ts'
import type { Random } from './random.ts'

/** When a process was killed, and when it served again, in milliseconds since 1970. */
export type Kill = { name: Victim['name']; at: number; backAt: number }

const mostKills = 40

/** Kills one of the processes after the other at moments that the seed chooses, until the signal. */
export async function killAtRandom(victims: Victim[], random: Random, signal: AbortSignal): Promise<Kill[]> {
  const kills: Kill[] = []
  while (kills.length < mostKills) {
    await pause(random.between(100, 900))
    const victim = victims[random.between(0, victims.length - 1)]
    if (signal.aborted || !victim) break
    const at = Date.now()
    await victim.killAndRestart()
    kills.push({ name: victim.name, at, backAt: Date.now() })
  }
  return kills
}
