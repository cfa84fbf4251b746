import type { EngineHealth } from '@makegood/core/system/views'

type EngineAddress = { readonly baseUrl: string; readonly signingKey: string; readonly metricsKey?: string | undefined }

const answerWithinMs = 2000
const bytesMax = 2_000_000

/** How the engine says it is. Any Inngest server says whether it is there; how much waits, only one whose metrics can be read. */
export const askEngine = async (engine: EngineAddress): Promise<EngineHealth> => {
  const away = { reachable: false, due: null, oldestDueSeconds: null, runsUnderWay: null }
  try {
    const health = await ask(engine, '/health')
    if (!health.ok) return { ...away, trouble: `/health answers ${health.status}` }
  } catch (error) {
    return { ...away, trouble: error instanceof Error ? error.message : String(error) }
  }
  return { ...away, reachable: true, trouble: null, ...(await readMetrics(engine)) }
}

const ask = (engine: EngineAddress, path: string): Promise<Response> =>
  fetch(new URL(path, engine.baseUrl), {
    headers: { authorization: `Bearer ${engine.metricsKey ?? engine.signingKey}` },
    signal: AbortSignal.timeout(answerWithinMs),
    redirect: 'error',
  })

const readMetrics = async (
  engine: EngineAddress,
): Promise<Partial<Pick<EngineHealth, 'due' | 'oldestDueSeconds' | 'runsUnderWay' | 'trouble'>>> => {
  try {
    const answer = await ask(engine, '/metrics')
    if (!answer.ok) return { trouble: null }
    const text = (await answer.text()).slice(0, bytesMax)
    const ready = metricOf(text, 'makegood_engine_queue_ready')
    const due = metricOf(text, 'makegood_engine_queue_due')
    return {
      due: due === null ? null : due + (ready ?? 0),
      oldestDueSeconds: metricOf(text, 'makegood_engine_queue_oldest_due_lag_seconds'),
      runsUnderWay: metricOf(text, 'makegood_engine_app_calls_in_flight'),
    }
  } catch (error) {
    return { trouble: `its metrics could not be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const metricOf = (text: string, metric: string): number | null => {
  const line = new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)
  const value = line ? Number(line[1]) : Number.NaN
  return Number.isFinite(value) ? value : null
}
