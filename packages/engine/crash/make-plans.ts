import { type Action, type ExpectedRun, names, type RunData, type RunEvent, walkers } from './plan.ts'
import type { Random } from './random.ts'

export type Plans = {
  events: RunEvent[]
  runs: ExpectedRun[]
  /** Keys of the runs that are cancelled once they sleep. */
  cancelled: string[]
  /** Keys of the events that are taken in batches, each in exactly one. */
  batched: string[]
}

const locks = ['red', 'green', 'blue'] as const
const types = ['run', 'run', 'run', 'parallel', 'race', 'sleep', 'wait', 'invoke', 'send', 'undo'] as const

/** So many events with what they do chosen by the seed, and how all runs that follow from them must end. */
export function makePlans(random: Random, count: number): Plans {
  const plans: Plans = { events: [], runs: [], cancelled: [], batched: [] }
  for (let number = 0; number < count; number += 1) {
    const key = `run-${number}`
    const draw = random.next()
    if (draw < 0.1) addBatched(plans, key)
    else if (draw < 0.2) addCancelled(plans, random, key)
    else if (draw < 0.3) addDoomed(plans, random, key)
    else addWalk(plans, random, key)
  }
  return plans
}

function addBatched(plans: Plans, key: string): void {
  plans.events.push({ id: key, name: names.batched, data: { key } })
  plans.batched.push(key)
}

function addCancelled(plans: Plans, random: Random, key: string): void {
  const data = { key, actions: makeActions(random, 2), fails: false, lock: '' }
  plans.events.push({ id: key, name: 'crash/cancellable', data })
  plans.cancelled.push(key)
  const end = expectEnd('cancellable', data)
  plans.runs.push({ ...end, status: 'Cancelled', output: {} }, ...followers(data))
}

function addDoomed(plans: Plans, random: Random, key: string): void {
  const data = { key, actions: makeActions(random, 2), fails: true, lock: '' }
  plans.events.push({ id: key, name: 'crash/doomed', data })
  const { output: _, ...end } = expectEnd('doomed', data)
  plans.runs.push({ ...end, status: 'Failed' }, ...followers(data))
  plans.runs.push(simple('doomed-failure', key, 'alerted', ['alert']))
}

function addWalk(plans: Plans, random: Random, key: string): void {
  const walker = random.pick(walkers)
  const lock = walker === 'limited' ? random.pick(locks) : ''
  const data = { key, actions: makeActions(random, 6), fails: false, lock }
  plans.events.push({ id: key, name: `crash/${walker}`, data })
  plans.runs.push(expectEnd(walker, data), ...followers(data))
}

function makeActions(random: Random, most: number): Action[] {
  return Array.from({ length: random.between(1, most) }, (_, place) => makeAction(random, place))
}

function makeAction(random: Random, place: number): Action {
  const type = random.pick(types)
  const id = `${place}-${type}`
  const value = random.between(1, 1_000_000)
  const ms = random.between(0, 30)
  switch (type) {
    case 'run':
      return { type, id, value, ms, failures: random.next() < 0.3 ? random.between(1, 2) : 0 }
    case 'parallel':
      return { type, value, ms, ids: Array.from({ length: random.between(2, 5) }, (_, index) => `${id}-${index}`) }
    case 'race':
      return { type, value, ms, ids: [`${id}-a`, `${id}-b`] }
    case 'sleep':
      return { type, id, ms: random.between(50, 1_500) }
    case 'wait':
      return { type, id, value, answered: random.next() < 0.7 }
    case 'invoke':
      return { type, id, value, fails: random.next() < 0.4 }
    case 'send':
      return { type, id, value }
    case 'undo':
      return { type, id, value, atOnce: random.next() < 0.5 }
  }
}

/** What an action adds to its run's output. */
function resultOf(action: Action): unknown {
  switch (action.type) {
    case 'sleep':
    case 'send':
      return null
    case 'parallel':
      return action.ids.map(() => action.value)
    case 'wait':
      return action.answered ? action.value : 'timed out'
    case 'invoke':
      return action.fails ? 'failed' : action.value
    case 'undo':
      return { undone: action.value }
    default:
      return action.value
  }
}

function expectEnd(slug: string, { key, actions }: RunData): ExpectedRun {
  const end: ExpectedRun = {
    slug,
    key,
    status: 'Completed',
    output: actions.map(resultOf),
    executed: [],
    stored: [],
    anyOf: [],
  }
  for (const action of actions) {
    if (action.type === 'parallel') end.executed.push(...action.ids)
    else if (action.type === 'race') end.anyOf.push(action.ids)
    else if (action.type === 'run') end.executed.push(action.id)
    else if (action.type === 'undo') end.executed.push(action.id, `${action.id}-made-good`)
    else end.stored.push(action.id)
  }
  return end
}

/** The runs that a run starts. */
function followers({ key, actions }: RunData): ExpectedRun[] {
  return actions.flatMap(action => {
    const own = `${key}/${'id' in action ? action.id : ''}`
    if (action.type === 'send') return [simple('started', own, action.value, ['only'])]
    if (action.type !== 'invoke') return []
    if (!action.fails) return [simple('child', own, action.value, ['only'])]
    const { output: _, ...failed } = simple('child', own, undefined, ['only'])
    return [{ ...failed, status: 'Failed' as const }]
  })
}

function simple(slug: string, key: string, output: unknown, executed: string[]): ExpectedRun {
  return { slug, key, status: 'Completed', output, executed, stored: [], anyOf: [] }
}
