import type pg from 'pg'
import { createRegistry, type Registry } from './registry.ts'
import { loadFunctions } from './store-functions.ts'

/** The registry as the last registrations left it. */
export async function loadRegistry(pool: pg.Pool): Promise<Registry> {
  const registry = createRegistry()
  const stored = await loadFunctions(pool)
  for (const { fn } of stored.filter(entry => entry.retired)) registry.retire(fn)
  const active = stored.filter(entry => !entry.retired).map(entry => entry.fn)
  for (const [appId, functions] of Map.groupBy(active, fn => fn.appId)) registry.put(appId, functions)
  return registry
}
