import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What the app writes down as it happens; a line that is written survives the app. */
export type Entry =
  /** A call has come, with the hashed ids of the steps whose results came along. */
  | { what: 'call'; call: string; run: string; at: number; memos: string[] }
  | { what: 'begin' | 'end' | 'fail'; call: string; run: string; key: string; step: string; lock: string; at: number }
  /** The engine has answered a checkpoint of these steps (hashed ids) with 200. */
  | { what: 'acknowledged'; run: string; steps: string[]; at: number }

export type Journal = { write(entry: Entry): void; failuresOf(key: string, step: string): number }

/** Goes on with the journal of an app that was killed. */
export function openJournal(file: string): Journal {
  const failures = new Map<string, number>()
  const count = (entry: Entry) => {
    if (entry.what !== 'fail') return
    const name = `${entry.key} ${entry.step}`
    failures.set(name, (failures.get(name) ?? 0) + 1)
  }
  for (const entry of readJournal(file)) count(entry)
  return {
    write(entry) {
      count(entry)
      appendFileSync(file, `${JSON.stringify(entry)}\n`)
    },
    failuresOf: (key, step) => failures.get(`${key} ${step}`) ?? 0,
  }
}

export function readJournal(file: string): Entry[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as Entry)
}
