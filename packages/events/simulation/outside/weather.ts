import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../random.ts'

/**
 * What becomes of one call to the outside: `error` fails before anything is done, and nobody can know that; `busy` says that
 * nothing was done; `late-answer` does it and the answer is lost; `held` answers nothing, and does it later all the same.
 */
export type Mishap = 'none' | 'error' | 'busy' | 'late-answer' | 'held'

type Trouble = { readonly outcome: 'retryable' | 'unknown'; readonly detail: string }

export type Weather = {
  /** Sends a call through the weather that is over its order now. */
  through<Answer>(call: string, act: () => Promise<Answer>): Promise<Answer | Trouble>
}

export type WeatherOptions = {
  readonly random: Random
  readonly note: (line: string) => void
  /** False once the world shall become quiet: then every call goes through. */
  readonly isOn: () => boolean
  /** Takes what is done later, so that somebody waits for it. */
  readonly keep: (later: Promise<unknown>) => void
}

const outageMsMax = 5000
const holdMsMax = 5000
/** What asks and what cancels is quick: a call that is held is overtaken by it. */
const overtaking = /^(find|cancel)/

/**
 * The weather over one order: calm, showers in which any call may fail, outages that last for a while, or a gateway so slow
 * that what it was asked for happens after everybody has given it up.
 */
export const createWeather = ({ random, note, isOn, keep }: WeatherOptions): Weather => {
  const kind = random.weighted({ calm: 25, showers: 35, outages: 27, slow: 13 })
  let callsUntilOutage = random.between(0, 4)
  let outage: { readonly until: number; readonly mishap: Mishap } | null = null

  const inOutages = (): Mishap => {
    const now = performance.now()
    if (outage && now < outage.until) return outage.mishap
    if (outage) {
      outage = null
      callsUntilOutage = random.between(1, 6)
    }
    callsUntilOutage -= 1
    if (callsUntilOutage >= 0) return 'none'
    outage = {
      until: now + random.between(200, outageMsMax),
      mishap: random.weighted({ error: 40, busy: 25, 'late-answer': 35 }),
    }
    return outage.mishap
  }

  const next = (call: string): Mishap => {
    if (!isOn()) return 'none'
    switch (kind) {
      case 'calm':
        return 'none'
      case 'showers':
        return random.weighted({ none: 60, error: 13, busy: 5, 'late-answer': 14, held: 8 })
      case 'outages':
        return inOutages()
      case 'slow':
        return overtaking.test(call) ? 'none' : 'held'
    }
  }

  return {
    through: async (call, act) => {
      const mishap = next(call)
      if (mishap === 'none') return await act()
      note(`outside: ${call} meets ${mishap}`)
      if (mishap === 'busy') return { outcome: 'retryable', detail: 'the outside is busy' }
      if (mishap === 'late-answer') await act()
      if (mishap === 'held') keep(hold(act, random.between(50, holdMsMax)))
      return { outcome: 'unknown', detail: `the outside gave no answer (${mishap})` }
    },
  }
}

const hold = async (act: () => Promise<unknown>, ms: number): Promise<unknown> => {
  await sleep(ms)
  return await act()
}
