import type { EngineEvent } from '../events/engine-event.ts'
import { compileExpression, type Expression, holds } from '../functions/expression.ts'
import type { QueueItem } from '../runs/run-state.ts'
import { type Bag, itemsOf, putIn, takeOut } from './bag.ts'
import { findEquality, hashOf, valueAt } from './condition.ts'

/** Someone waits for an event: a step of a run, or a run that the event would cancel. */
export type Subscription = {
  /** The queue item that the event makes due. */
  item: QueueItem
  /** Tells the subscriptions of one run apart. */
  id: string
  event: string
  /** A CEL expression over `event`, which started the run, and `async`, the event that has come. */
  condition: string | undefined
  /** The event that started the run, as canonical JSON. */
  startedBy: string
  /** An event after this time does not count. */
  untilMs: number | undefined
}

/** All open waits and cancellations, in memory; Postgres holds the same and decides who was first. */
export type WaitIndex = {
  add(subscription: Subscription): void
  drop(runId: string, id: string): void
  dropRun(runId: string): void
  /** The items that this event makes due, each once. */
  match(event: EngineEvent): QueueItem[]
  /** Whether anything waits for an event of this name. */
  listensTo(name: string): boolean
  size(): number
}

/** What is kept of a subscription; whoever is found by the hash of its only comparison needs no more. */
type Entry = {
  item: QueueItem
  id: string
  event: string
  path: string | undefined
  hash: string | undefined
  condition: string | undefined
  startedBy: string | undefined
  untilMs: number | undefined
}

type Listeners = { byPath: Map<string, Map<string, Bag<Entry>>>; others: Set<Entry> }

const mostCompiled = 1_000

export function createWaitIndex(): WaitIndex {
  const byEvent = new Map<string, Listeners>()
  const byRun = new Map<string, Bag<Entry>>()
  const compiled = new Map<string, Expression>()
  let size = 0

  const compile = (text: string): Expression => {
    const known = compiled.get(text)
    if (known) return known
    if (compiled.size >= mostCompiled) compiled.clear()
    const made = compileExpression(text)
    compiled.set(text, made)
    return made
  }

  const place = (entry: Entry): void => {
    const listeners = byEvent.get(entry.event) ?? { byPath: new Map(), others: new Set() }
    byEvent.set(entry.event, listeners)
    if (entry.path === undefined || entry.hash === undefined) {
      listeners.others.add(entry)
      return
    }
    const byHash = listeners.byPath.get(entry.path) ?? new Map<string, Bag<Entry>>()
    listeners.byPath.set(entry.path, byHash)
    putIn(byHash, entry.hash, entry)
  }

  const displace = (entry: Entry): void => {
    size -= 1
    const listeners = byEvent.get(entry.event)
    if (!listeners) return
    listeners.others.delete(entry)
    const byHash = listeners.byPath.get(entry.path ?? '')
    if (byHash) takeOut(byHash, entry.hash ?? '', entry)
    if (byHash?.size === 0) listeners.byPath.delete(entry.path ?? '')
    if (listeners.byPath.size === 0 && listeners.others.size === 0) byEvent.delete(entry.event)
  }

  const drop = (runId: string, id: string): void => {
    const entry = [...itemsOf(byRun.get(runId))].find(known => known.id === id)
    if (!entry) return
    takeOut(byRun, runId, entry)
    displace(entry)
  }

  const isFor = (entry: Entry, event: EngineEvent): boolean => {
    if (entry.untilMs !== undefined && event.receivedMs > entry.untilMs) return false
    if (entry.condition === undefined) return true
    return holds(compile(entry.condition), { event: JSON.parse(entry.startedBy ?? 'null'), async: event.body })
  }

  return {
    add(subscription) {
      drop(subscription.item.runId, subscription.id)
      const entry = toEntry(subscription, compile)
      putIn(byRun, entry.item.runId, entry)
      size += 1
      place(entry)
    },
    drop,
    dropRun(runId) {
      for (const entry of itemsOf(byRun.get(runId))) displace(entry)
      byRun.delete(runId)
    },
    match(event) {
      const listeners = byEvent.get(event.name)
      if (!listeners) return []
      const found = new Map<string, QueueItem>()
      const consider = (entry: Entry) => {
        if (isFor(entry, event)) found.set(`${entry.item.runId} ${entry.item.stepId}`, entry.item)
      }
      for (const [path, byHash] of listeners.byPath) {
        const hash = hashOf(valueAt(event.body, path.split('\0')))
        for (const entry of itemsOf(byHash.get(hash ?? ''))) consider(entry)
      }
      for (const entry of listeners.others) consider(entry)
      return [...found.values()]
    },
    listensTo: name => byEvent.has(name),
    size: () => size,
  }
}

function toEntry(subscription: Subscription, compile: (text: string) => Expression): Entry {
  const { item, event, condition, startedBy, untilMs } = subscription
  const equality = condition === undefined ? undefined : findEquality(compile(condition).ast)
  const hash = equality && hashOf(knownValue(equality.other, startedBy))
  const rest = equality?.whole && hash !== undefined ? undefined : condition
  const { waitsFor: _known, ...kept } = item
  return {
    item: kept,
    id: subscription.id,
    event,
    path: hash === undefined ? undefined : equality?.path.join('\0'),
    hash,
    condition: rest,
    startedBy: rest === undefined ? undefined : startedBy,
    untilMs,
  }
}

function knownValue(other: { literal: unknown } | { path: string[] }, startedBy: string): unknown {
  return 'literal' in other ? other.literal : valueAt(JSON.parse(startedBy), other.path)
}
