import { setTimeout as pause } from 'node:timers/promises'
import { askRaw, askServer } from './ask-server.ts'
import { findRun, findRuns, hasEnded } from './find-runs.ts'
import { readResult } from './read-result.ts'
import type { FunctionParts } from './scenario.ts'
import type { ScenarioApp } from './scenario-app.ts'
import type { Mark, ScenarioTools } from './scenario-tools.ts'
import type { TargetServer } from './target-server.ts'

type ToolParts = {
  server: TargetServer
  app: ScenarioApp
  appId: string
  parts: FunctionParts
  marks: Mark[]
  signal: AbortSignal
  openMore: ScenarioTools['openApp']
}

const pollMs = 25

/** The tools of one scenario on one server. */
export function createTools({ server, app, appId, parts, marks, signal, openMore }: ToolParts): ScenarioTools {
  const { name } = parts
  const labels = () => marks.map(mark => mark.label)
  const count = (label: string) => labels().filter(marked => marked === label).length

  const until: ScenarioTools['until'] = async (what, ask) => {
    for (;;) {
      const answer = await ask()
      if (answer !== undefined && answer !== null && answer !== false) return answer as never
      if (signal.aborted) throw new Error(`waited in vain for ${what}; marked: ${labels().join(', ') || 'nothing'}`)
      await pause(pollMs)
    }
  }
  const post: ScenarioTools['post'] = text =>
    askRaw(server, `/e/${server.keys?.eventKey ?? 'conformance'}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    })
  const sendMany: ScenarioTools['sendMany'] = async events => {
    const { status, body } = await post(JSON.stringify(events.map(event => ({ ...event, name: name(event.name) }))))
    if (status !== 200) throw new Error(`The server refused events: ${status} ${JSON.stringify(body)}`)
    return (body as { ids: string[] }).ids
  }
  const runs: ScenarioTools['runs'] = (eventId, wanted) =>
    until(`${wanted} ended runs of event ${eventId}`, async () => {
      const found = await findRuns(server, eventId)
      return found.length >= wanted && found.every(hasEnded) ? found : undefined
    })
  return {
    app,
    appId,
    name,
    sendMany,
    async send(part, data, more) {
      const [id = ''] = await sendMany([{ name: part, ...(data ? { data } : {}), ...more }])
      return id
    },
    marks: labels,
    details: label => marks.filter(mark => mark.label === label).map(mark => mark.detail),
    count,
    calls: fn => app.calls.filter(call => fn === undefined || call.fn === fn),
    until,
    async marked(label, times = 1) {
      await until(`${times} times "${label}"`, () => count(label) >= times)
    },
    async waiting(fn, times = 1) {
      const answered = () => app.calls.filter(call => call.fn === fn && call.reply).length
      await until(`${times} answered calls of ${fn}`, () => answered() >= times)
      await pause(server.settleMs)
    },
    runs,
    async run(eventId) {
      const found = await runs(eventId, 1)
      if (found.length > 1) throw new Error(`Event ${eventId} has started ${found.length} runs, not one`)
      return found[0] as (typeof found)[number]
    },
    ended: runId =>
      until(`the end of run ${runId}`, async () => {
        const found = await findRun(server, runId)
        return found && hasEnded(found) ? found : undefined
      }),
    result: async runId =>
      (
        await until(`the result of run ${runId}`, () =>
          app.calls
            .filter(call => call.runId === runId)
            .map(readResult)
            .find(found => found),
        )
      ).value,
    settle: () => pause(server.settleMs),
    request: (method, path, body) => askServer(server, method, path, body),
    post,
    async statusOf(path) {
      const { status, body } = await askServer(server, 'GET', path)
      return (body as { status?: number } | null)?.status ?? status
    },
    async replace(make) {
      app.serve(make(parts))
      await app.register()
    },
    serveQuietly: make => app.serve(make(parts)),
    openApp: openMore,
  }
}
