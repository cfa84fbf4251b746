import type { Playground } from '../world.ts'
import { createWeather, type Weather } from './weather.ts'

/** What a call to the outside says of the order it is for: its id, or a key that an earlier call made known. */
export type CallFor = { readonly id?: string | undefined; readonly key?: string; readonly ref?: string }

export type Skies = {
  /** The weather over the order of this call; what nobody has said the order of goes through. */
  over(call: CallFor): Weather
  /** Makes a key or a reference known to be of this order or top-up. */
  remember(name: string, id: string | undefined): void
  /** Waits for everything that was held back. */
  clear(): Promise<void>
}

const calm: Weather = { through: (_call, act) => act() }

export const createSkies = (orders: Playground['orders']): Skies => {
  const weathers = new Map<string, Weather>()
  const idsByName = new Map<string, string>()
  const held = new Set<Promise<unknown>>()

  const keep = (later: Promise<unknown>, trouble: (line: string) => void) => {
    const kept = later
      .catch(error => trouble(`a call that was held back failed: ${String(error)}`))
      .finally(() => held.delete(kept))
    held.add(kept)
  }

  const idOf = ({ id, key, ref }: CallFor): string | undefined => {
    // An undo's own key is its step's key and a word more.
    const stem = key?.replace(/:(undo|cancel)(-\d+)?$/, '')
    return id ?? (stem && idsByName.get(stem)) ?? (ref && idsByName.get(ref))
  }

  return {
    over: call => {
      const id = idOf(call)
      const known = id ? orders.get(id) : undefined
      if (!id || !known) return calm
      const { world, index } = known
      const weather =
        weathers.get(id) ??
        createWeather({
          random: world.random(`weather ${index}`),
          note: line => world.journal.note(`order ${index}: ${line}`),
          isOn: world.isOn,
          keep: later => keep(later, world.journal.trouble),
        })
      weathers.set(id, weather)
      return weather
    },
    remember: (name, id) => {
      if (id) idsByName.set(name, id)
    },
    clear: async () => {
      while (held.size > 0) await Promise.all(held)
    },
  }
}
