import { setTimeout as pause } from 'node:timers/promises'
import { sendUntilAcknowledged } from './load.ts'
import { names, type RunEvent } from './plan.ts'
import type { Random } from './random.ts'
import type { Store } from './store.ts'

const lookEveryMs = 100
/** Long enough that a wait outlives the engine that has stored it. */
const longestDelayMs = 1_500

/**
 * Sends what the runs wait for, once for each wait that is stored: the event of an answered wait, and the one that
 * cancels a run which sleeps. One acknowledgement must do.
 */
export async function answerWaits(
  engineUrl: string,
  store: Store,
  events: RunEvent[],
  random: Random,
  signal: AbortSignal,
): Promise<number> {
  const values = new Map<string, number>()
  for (const { data } of events) {
    for (const action of 'actions' in data ? data.actions : []) {
      if (action.type === 'wait' && action.answered) values.set(`${data.key} ${action.id}`, action.value)
    }
  }
  const sent = new Set<string>()
  const sending: Promise<number>[] = []
  while (!signal.aborted) {
    for (const { key, step, kind } of await store.openWaits()) {
      const id = `${kind} ${key} ${step}`
      const value = values.get(`${key} ${step}`)
      const isCancel = kind === 'sleep' && step === 'until cancelled'
      if (sent.has(id) || (!isCancel && value === undefined)) continue
      sent.add(id)
      const name = isCancel ? names.cancel : names.answer
      const answer = { id, name, data: { key, step, value } }
      sending.push(pause(random.between(0, longestDelayMs)).then(() => sendUntilAcknowledged(engineUrl, answer)))
    }
    await pause(lookEveryMs)
  }
  await Promise.all(sending)
  return sent.size
}
