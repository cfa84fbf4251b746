import { askServer } from './ask-server.ts'
import type { RunView } from './scenario-tools.ts'
import type { TargetServer } from './target-server.ts'

const ends = new Set(['Completed', 'Failed', 'Cancelled', 'Skipped'])
let asked = 0

// The real server keeps answers for seconds by their address, so each question gets an address of its own.
const fresh = (path: string) => {
  asked += 1
  return `${path}?asked=${asked}`
}

/** The runs of an event, with their outputs, whether ended or not. */
export async function findRuns(server: TargetServer, eventId: string): Promise<RunView[]> {
  const { status, body } = await askServer(server, 'GET', fresh(`/v1/events/${eventId}/runs`))
  const runs = status === 200 ? ((body as { data: RunView[] | null }).data ?? []) : []
  return await Promise.all(runs.map(async run => (await findRun(server, run.run_id)) ?? run))
}

/** A run by its id; undefined where the server does not know it (yet). */
export async function findRun(server: TargetServer, runId: string): Promise<RunView | undefined> {
  const { status, body } = await askServer(server, 'GET', fresh(`/v1/runs/${runId}`))
  return status === 200 ? (body as { data: RunView }).data : undefined
}

/** Whether the run will not change any more. */
export const hasEnded = (run: RunView): boolean => ends.has(run.status)
