import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isLostConnection } from '../src/database/connect.ts'

export type StoredRun = { id: string; slug: string; key: string; status: string; output: string | null }
export type StoredStep = { run_id: string; name: string; id: string; memo: string }
type OpenWait = { key: string; step: string; kind: string }

/** What the engine has in Postgres, read from outside; waits while Postgres is away. */
export type Store = {
  runs(): Promise<StoredRun[]>
  steps(): Promise<StoredStep[]>
  openWaits(): Promise<OpenWait[]>
  /** Ids of the senders of all stored events. */
  eventIds(): Promise<string[]>
  /** Everything that is still to happen, as text. */
  leftovers(): Promise<string[]>
  /** All there is about a run, as text. */
  describe(runId: string): Promise<string>
  close(): Promise<void>
}

const patienceMs = 60_000

export function openStore(url: string): Store {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5_000, query_timeout: 20_000 })
  pool.on('error', () => undefined)
  const ask = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const giveUpAt = performance.now() + patienceMs
    for (;;) {
      try {
        return (await pool.query<Row>(text, values)).rows
      } catch (error) {
        if (!isLostConnection(error) || performance.now() > giveUpAt) throw error
        await pause(50)
      }
    }
  }
  return {
    runs: () =>
      ask<StoredRun>(
        `select r.id, regexp_replace(f.slug, '^crash-', '') as slug, r.status, r.output,
           coalesce(e.payload::jsonb #>> '{data,event,data,key}', e.payload::jsonb #>> '{data,key}') as key
         from engine.run r join engine.function f on f.id = r.function_id join engine.event e on e.id = r.event_id
         order by r.id`,
      ),
    steps: () => ask<StoredStep>('select run_id, id, name, memo from engine.step order by run_id, position'),
    openWaits: () =>
      ask<OpenWait>(
        `select e.payload::jsonb #>> '{data,key}' as key, q.name as step, q.kind
         from engine.queue q join engine.run r on r.id = q.run_id join engine.event e on e.id = r.event_id
         where q.kind in ('wait', 'sleep') and q.memo is null`,
      ),
    eventIds: async () => {
      const rows = await ask<{ external_id: string | null }>('select external_id from engine.event')
      return rows.flatMap(row => row.external_id ?? [])
    },
    leftovers: async () => {
      const rows = await ask<{ what: string }>(
        `select 'queue ' || to_json(q)::text as what from engine.queue q
         union all select 'held ' || to_json(h)::text from engine.held h
         union all select 'running ' || r.id from engine.run r where r.status = 'Running'`,
      )
      return rows.map(row => row.what)
    },
    async describe(runId) {
      const rows = await ask<{ line: string }>(
        `select 'run ' || to_json(r)::text as line from engine.run r where r.id = $1
         union all select 'event ' || to_json(e)::text from engine.event e join engine.run r on e.id = any(r.event_ids) where r.id = $1
         union all select 'step ' || to_json(s)::text from engine.step s where s.run_id = $1
         union all select 'failed attempt ' || to_json(f)::text from engine.failed_attempt f where f.run_id = $1
         union all select 'queue ' || to_json(q)::text from engine.queue q where q.run_id = $1`,
        [runId],
      )
      return rows.map(row => `    ${row.line}`).join('\n')
    },
    close: () => pool.end(),
  }
}
