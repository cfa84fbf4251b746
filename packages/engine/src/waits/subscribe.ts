import type { EngineFunction } from '../functions/engine-function.ts'
import { cancelled, type QueueItem, queueItem, type RunState } from '../runs/run-state.ts'
import type { WaitIndex } from './wait-index.ts'

type Waiter = Pick<RunState, 'id' | 'functionId' | 'priority'> & { startedBy: string; startedMs: number }

/** Has the events that the item waits for find it; an item that waits for none is left alone. */
export function subscribeWait(waits: WaitIndex, run: RunState, item: QueueItem): void {
  if (!item.waitsFor) return
  const { event, condition } = item.waitsFor
  waits.add({ item, id: item.stepId, event, condition, startedBy: run.events[0] ?? 'null', untilMs: undefined })
}

/** Has the events of the function's cancelOn find the run. */
export function subscribeCancel(waits: WaitIndex, fn: EngineFunction, run: Waiter): void {
  fn.cancelOn.forEach(({ event, condition, timeoutMs }, index) => {
    waits.add({
      item: queueItem(run, { stepId: cancelled, kind: 'cancel', dueMs: 0 }),
      id: `${cancelled} ${index}`,
      event,
      condition,
      startedBy: run.startedBy,
      untilMs: timeoutMs === undefined ? undefined : run.startedMs + timeoutMs,
    })
  })
}
