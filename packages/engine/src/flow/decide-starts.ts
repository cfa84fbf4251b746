import type { PlannedRun } from '../events/plan-runs.ts'
import type { EventGroup, WokenItem } from '../events/store-events.ts'
import { newId } from '../ids/make-id.ts'
import { errorMemo } from '../progress/memo.ts'
import { cancelled, queueItem } from '../runs/run-state.ts'
import { type FlowState, type HeldGroup, nameOf, type RateRow, type SingleRow } from './flow-state.ts'
import { holdEvent } from './hold-event.ts'
import { admit, takeSlot } from './rate.ts'
import type { Gate } from './read-gates.ts'

/** What is stored together with the runs, so that the next decision builds on it. */
export type FlowWrites = {
  /** Runs that do not start now although their events count: their keys are taken. */
  keyed: PlannedRun[]
  rates: RateRow[]
  held: HeldGroup[]
  singles: SingleRow[]
  /** Held groups that are over: their runs start now, or never. */
  released: string[]
}

export type Decided = { groups: EventGroup[]; writes: FlowWrites }

/**
 * Which of the planned runs start, and when: those over a rate limit are left out, those of debounced and batching
 * functions are held, throttled ones get a later time, and a singleton's key is given to one run. `state` is used up.
 */
export function decideStarts(
  groups: EventGroup[],
  gates: Map<PlannedRun, Gate>,
  state: FlowState,
  now: number,
): Decided {
  const desk: Desk = { state, now, keyed: [], rates: new Map(), held: new Map(), singles: new Map() }
  const decided = groups.map(group => {
    const woken = [...group.woken]
    const runs = group.runs.flatMap(planned => {
      const gate = gates.get(planned)
      return gate ? decideStart(desk, planned, gate, woken) : [planned]
    })
    return { ...group, runs, woken }
  })
  const writes = {
    keyed: desk.keyed,
    rates: [...desk.rates.values()],
    held: [...desk.held.values()],
    singles: [...desk.singles.values()].map(({ row }) => row),
    released: [],
  }
  return { groups: decided, writes }
}

/** What is stored, and what is to be stored on top of it. */
type Desk = {
  state: FlowState
  now: number
  keyed: PlannedRun[]
  rates: Map<string, RateRow>
  held: Map<string, HeldGroup>
  singles: Map<string, { row: SingleRow; planned: PlannedRun }>
}

function decideStart(desk: Desk, planned: PlannedRun, gate: Gate, woken: WokenItem[]): PlannedRun[] {
  const { state, now } = desk
  const waiting = { ...planned, taken: false }
  if (isKnown(state, planned)) return [waiting]
  if (isOverLimit(desk, gate)) return refuse(planned, woken, 'rate limited', now)
  for (const key of planned.keys) state.startKeys.add(nameOf(planned.run.functionId, key))
  const isThrottled = gate.throttleKey !== undefined
  if (gate.hold || (isThrottled && planned.item.dueMs > now)) {
    desk.keyed.push(planned)
    const groups = gate.hold ? holdEvent(planned, gate, state.held, now) : [holdUntilDue(planned, now)]
    for (const group of groups) desk.held.set(group.id, group)
    return []
  }
  if (!takeKey(desk, waiting, gate, woken)) {
    return refuse(planned, woken, 'skipped: it is a singleton and runs already', now)
  }
  waiting.item = { ...waiting.item, dueMs: takeSlotFor(desk, gate, waiting.item.dueMs) }
  return [waiting]
}

/** Whether the event or one of its keys has been here before: then the store leaves the run out. */
function isKnown(state: FlowState, { run, keys, heldId }: PlannedRun): boolean {
  if (heldId !== undefined) return false
  return state.events.has(run.eventId) || keys.some(key => state.startKeys.has(nameOf(run.functionId, key)))
}

function isOverLimit(desk: Desk, { fn, limitKey }: Gate): boolean {
  if (!fn.flow.rateLimit || limitKey === undefined) return false
  const spentMs = admit(desk.state.rates.get(nameOf(fn.id, 'limit', limitKey)), desk.now, fn.flow.rateLimit)
  if (spentMs === undefined) return true
  spend(desk, { functionId: fn.id, kind: 'limit', key: limitKey, spentMs })
  return false
}

function takeSlotFor(desk: Desk, { fn, throttleKey }: Gate, dueMs: number): number {
  if (!fn.flow.throttle || throttleKey === undefined) return dueMs
  const slot = takeSlot(desk.state.rates.get(nameOf(fn.id, 'throttle', throttleKey)), desk.now, fn.flow.throttle)
  spend(desk, { functionId: fn.id, kind: 'throttle', key: throttleKey, spentMs: slot.spentMs })
  return Math.max(dueMs, slot.startMs)
}

function spend({ state, rates }: Desk, row: RateRow): void {
  const name = nameOf(row.functionId, row.kind, row.key)
  state.rates.set(name, row.spentMs)
  rates.set(name, row)
}

/** An event of a later time asks for its slot when that time has come, or it would keep the ones before it waiting. */
function holdUntilDue({ run: { functionId, eventId }, item: { dueMs } }: PlannedRun, now: number): HeldGroup {
  const id = newId(now)
  const common = { id, functionId, kind: 'later' as const, key: id, eventIds: [eventId], bytes: 0 }
  return { ...common, firstMs: now, latestTsMs: dueMs, dueMs }
}

/** Gives the singleton's key to the run, or says that it must not start. */
function takeKey({ state, singles, now }: Desk, planned: PlannedRun, gate: Gate, woken: WokenItem[]): boolean {
  const { fn, singleKey } = gate
  const { singleton } = fn.flow
  if (!singleton || singleKey === undefined) return true
  const name = nameOf(fn.id, singleKey)
  const holder = state.singles.get(name)
  if (holder !== undefined && singleton.mode === 'skip') return false
  const own = singles.get(name)
  if (own) supersede(own.planned, now)
  else if (holder !== undefined) woken.push(cancelItem(holder, fn.id, now))
  const runId = planned.run.id
  state.singles.set(name, runId)
  planned.single = true
  singles.set(name, { planned, row: { functionId: fn.id, key: singleKey, mode: singleton.mode, runId } })
  return true
}

/** A run of this same statement that another comes after: it is stored, and cancelled before it has begun. */
function supersede(planned: PlannedRun, now: number): void {
  planned.item = queueItem(planned.run, { stepId: cancelled, kind: 'cancel', dueMs: now })
  planned.timeouts = []
  planned.single = false
}

function cancelItem(runId: string, functionId: string, now: number): WokenItem {
  const item = queueItem({ id: runId, functionId, priority: 0 }, { stepId: cancelled, kind: 'cancel', dueMs: now })
  return { item: { ...item, taken: false }, eventId: undefined }
}

/** Leaves the run out; a step that has invoked it is told so, or it would wait for a run that never comes. */
function refuse({ run }: PlannedRun, woken: WokenItem[], reason: string, now: number): PlannedRun[] {
  if (!run.parent) return []
  const memo = errorMemo({ name: 'Error', message: `invoked function is ${reason}` })
  // Only its name and outcome are written: whoever claims the row reads the rest of it.
  const invoker = { id: run.parent.runId, functionId: run.functionId, priority: 0 }
  const item = queueItem(invoker, { stepId: run.parent.stepId, kind: 'invoke', dueMs: now, memo })
  woken.push({ item: { ...item, taken: false }, eventId: run.eventId })
  return []
}
