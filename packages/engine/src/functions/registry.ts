import type { EngineFunction, EventTrigger } from './engine-function.ts'
import { holds } from './expression.ts'

type Starter = { fn: EngineFunction; trigger: EventTrigger }

/** Every function the engine knows, in memory: which an event starts, and which a run belongs to. */
export type Registry = {
  /** Replaces all functions of the app. */
  put(appId: string, functions: EngineFunction[]): void
  /** Keeps a function that its app no longer names, for the runs it has left. */
  retire(fn: EngineFunction): void
  byId(id: string): EngineFunction | undefined
  /** The function that an app names so now. */
  bySlug(slug: string): EngineFunction | undefined
  active(): EngineFunction[]
  /** The active ones and the retired. */
  all(): EngineFunction[]
  /** Whether any function might start on an event of this name. */
  listensTo(name: string): boolean
  /** The functions that this event starts, each once. */
  startedBy(event: { name: string }): EngineFunction[]
}

export function createRegistry(): Registry {
  const apps = new Map<string, EngineFunction[]>()
  const known = new Map<string, EngineFunction>()
  let exact = new Map<string, Starter[]>()
  let wild: Starter[] = []

  const index = () => {
    exact = new Map()
    wild = []
    for (const fn of [...apps.values()].flat()) {
      for (const trigger of fn.events) {
        if (trigger.event.endsWith('*')) wild.push({ fn, trigger })
        else exact.set(trigger.event, [...(exact.get(trigger.event) ?? []), { fn, trigger }])
      }
    }
  }

  const listeners = (name: string) => {
    const named = exact.get(name) ?? []
    return wild.length === 0 ? named : [...named, ...wild.filter(({ trigger }) => matchesWildcard(trigger.event, name))]
  }

  return {
    put(appId, functions) {
      apps.set(appId, functions)
      for (const fn of functions) known.set(fn.id, fn)
      index()
    },
    retire: fn => {
      known.set(fn.id, fn)
    },
    byId: id => known.get(id),
    bySlug: slug => [...apps.values()].flat().find(fn => fn.slug === slug),
    all: () => [...known.values()],
    active: () => [...apps.values()].flat(),
    listensTo: name => listeners(name).length > 0,
    startedBy(event) {
      const started = new Set<EngineFunction>()
      for (const { fn, trigger } of listeners(event.name)) {
        if (!trigger.condition || holds(trigger.condition, { event })) started.add(fn)
      }
      return [...started]
    },
  }
}

/** "user/*" takes every name that begins with "user/"; the engine's own events need "inngest/" spelt out. */
function matchesWildcard(pattern: string, name: string): boolean {
  const prefix = pattern.slice(0, -1)
  return name.startsWith(prefix) && (prefix.startsWith('inngest/') || !name.startsWith('inngest/'))
}
