import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { functionConfig } from '../functions/function-config.ts'
import { parseJson } from '../json/read-json.ts'
import { envelope, isoTime } from './run-view.ts'

type AppRow = {
  id: string
  url: string
  sdk: string
  framework: string | null
  registered_ms: string
  functions: number
}
type FunctionRow = { id: string; app_id: string; slug: string; config: string; retired: boolean }

const mostFunctions = 5_000

/** The apps that have registered, and their functions as they described them last. */
export function addFunctionRoutes(api: FastifyInstance, pool: pg.Pool, now: () => number): void {
  api.get('/v1/apps', async () => {
    const { rows } = await pool.query<AppRow>(
      `select a.id, a.url, a.sdk, a.framework, a.registered_ms,
         (select count(*)::int from engine.function f where f.app_id = a.id and not f.retired) as functions
       from engine.app a order by a.id limit ${mostFunctions}`,
    )
    return envelope(rows.map(viewApp), now())
  })

  api.get('/v1/functions', async () => {
    const { rows } = await pool.query<FunctionRow>(
      `select id, app_id, slug, config, retired from engine.function order by app_id, slug limit ${mostFunctions}`,
    )
    return envelope(rows.map(viewFunction), now())
  })
}

function viewApp({ registered_ms, ...app }: AppRow) {
  return { ...app, registered_at: isoTime(registered_ms) }
}

/** A retired function is one that its app no longer names: its runs go on, and nothing starts it. */
function viewFunction(row: FunctionRow) {
  const read = functionConfig.safeParse(parseJson(row.config)?.value)
  const { id, app_id, slug, retired } = row
  if (!read.success) return { id, app_id, slug, name: slug, retired, triggers: [] }
  const { name, triggers, steps } = read.data
  return {
    id,
    app_id,
    slug,
    name: name ?? slug,
    retired,
    triggers,
    ...(steps.step.retries ? { retries: steps.step.retries.attempts } : {}),
  }
}
