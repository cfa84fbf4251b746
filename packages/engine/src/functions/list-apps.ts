import type { Registry } from './registry.ts'

/** An app that has registered: where it serves its functions, and how many. */
export type EngineApp = { id: string; url: string; functions: number }

/** Every app whose functions may start, by id. An app that has named no function is left out. */
export function listApps(registry: Registry): EngineApp[] {
  const apps = Map.groupBy(registry.active(), fn => fn.appId)
  return [...apps].map(([id, functions]) => {
    const url = new URL(functions[0]?.url ?? '')
    for (const own of ['fnId', 'stepId']) url.searchParams.delete(own)
    return { id, url: url.href, functions: functions.length }
  })
}
