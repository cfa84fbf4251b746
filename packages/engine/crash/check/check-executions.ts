import { createHash } from 'node:crypto'
import type { Entry } from '../app/journal.ts'
import type { Kill } from '../kill-at-random.ts'
import type { Plans } from '../make-plans.ts'
import type { ExpectedRun } from '../plan.ts'
import type { Fault } from './check-runs.ts'

type Execution = { call: string; run: string; key: string; step: string; lock: string; begun: number; ended?: number }

/** Whether executions repeat only as kills allow, and which there were. */
export type Executions = { faults: Fault[]; count: number; repeats: number }

export function checkExecutions(plans: Plans, journal: Entry[], kills: Kill[]): Executions {
  const executions = readExecutions(journal)
  const calledAt = new Map(journal.flatMap(entry => (entry.what === 'call' ? [[entry.call, entry.at] as const] : [])))
  const failures = countFailures(journal)
  const groups = Map.groupBy(executions, execution => `${execution.run} ${execution.step}`)
  const faults = [
    ...findUndone(plans, executions),
    ...findForgotten(journal),
    ...findCrowds(executions, calledAt, kills),
  ]
  let repeats = 0
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const done = group.length - (failures.get(`${first.run} ${first.step}`) ?? 0)
    if (done > 1) repeats += done - 1
    const from = Math.min(...group.map(one => calledAt.get(one.call) ?? one.begun))
    const until = Math.max(...group.map(one => one.begun))
    const near = kills.filter(kill => kill.backAt >= from && kill.at <= until).length
    if (done > 1 + near) {
      const text = `${first.key}: step ${first.step} was executed ${done} times with ${near} kills in the meantime`
      faults.push({ text, runId: first.run })
    }
  }
  return { faults, count: executions.length, repeats }
}

function readExecutions(journal: Entry[]): Execution[] {
  const open = new Map<string, Execution>()
  const all: Execution[] = []
  for (const entry of journal) {
    if (entry.what !== 'begin' && entry.what !== 'end' && entry.what !== 'fail') continue
    const name = `${entry.call} ${entry.step}`
    if (entry.what === 'begin') {
      const { call, run, key, step, lock } = entry
      const execution: Execution = { call, run, key, step, lock, begun: entry.at }
      open.set(name, execution)
      all.push(execution)
    } else {
      const execution = open.get(name)
      if (execution) execution.ended = entry.at
    }
  }
  return all
}

function countFailures(journal: Entry[]): Map<string, number> {
  const failures = new Map<string, number>()
  for (const entry of journal) {
    if (entry.what !== 'fail') continue
    const name = `${entry.run} ${entry.step}`
    failures.set(name, (failures.get(name) ?? 0) + 1)
  }
  return failures
}

/** Every step that must be executed was; what makes good was done nowhere else. */
function findUndone(plans: Plans, executions: Execution[]): Fault[] {
  const done = new Set(executions.map(({ key, step }) => `${key} ${step}`))
  const expected = new Set(plans.runs.flatMap(run => stepsOf(run).map(step => `${run.key} ${step}`)))
  const faults: Fault[] = []
  for (const run of plans.runs) {
    for (const step of run.executed) {
      if (!done.has(`${run.key} ${step}`))
        faults.push({ text: `${run.slug} ${run.key}: step ${step} was never executed` })
    }
  }
  for (const { key, step, run } of executions) {
    if (step !== 'take' && !expected.has(`${key} ${step}`)) {
      faults.push({ text: `${key}: step ${step} was executed and should never have been`, runId: run })
    }
  }
  return faults
}

function stepsOf({ executed, anyOf }: ExpectedRun): string[] {
  return [...executed, ...anyOf.flat()]
}

/** A step that the engine has acknowledged, or sent back as a result, is not executed in any later call. */
function findForgotten(journal: Entry[]): Fault[] {
  const stored = new Map<string, Set<string>>()
  const known = new Map<string, Set<string>>()
  const faults: Fault[] = []
  const storedOf = (run: string) => {
    const steps = stored.get(run) ?? new Set()
    stored.set(run, steps)
    return steps
  }
  for (const entry of journal) {
    if (entry.what === 'acknowledged') for (const id of entry.steps) storedOf(entry.run).add(id)
    if (entry.what === 'call') {
      known.set(entry.call, new Set(storedOf(entry.run)))
      for (const id of entry.memos) storedOf(entry.run).add(id)
    }
    if (entry.what === 'begin' && known.get(entry.call)?.has(hash(entry.step))) {
      const text = `${entry.key}: step ${entry.step} was executed again after the engine had stored its result`
      faults.push({ text, runId: entry.run })
    }
  }
  return faults
}

function hash(step: string): string {
  return createHash('sha1').update(step).digest('hex')
}

/** Steps of the function with concurrency 1 for a lock never overlap, but for calls that a kill has cut off. */
function findCrowds(executions: Execution[], calledAt: Map<string, number>, kills: Kill[]): Fault[] {
  const faults: Fault[] = []
  const locked = executions.filter(({ lock }) => lock !== '')
  for (const group of Map.groupBy(locked, execution => execution.lock).values()) {
    const inOrder = group.toSorted((one, other) => one.begun - other.begun)
    for (const [place, one] of inOrder.entries()) {
      const next = inOrder[place + 1]
      if (!next || one.call === next.call || one.ended === undefined || next.begun >= one.ended) continue
      const from = Math.min(calledAt.get(one.call) ?? one.begun, calledAt.get(next.call) ?? next.begun)
      const until = Math.max(one.ended, next.ended ?? next.begun)
      if (kills.some(kill => kill.at <= until && kill.backAt >= from)) continue
      const text = `lock ${one.lock}: step ${one.step} of ${one.key} and ${next.step} of ${next.key} ran at the same time`
      faults.push({ text, runId: next.run })
    }
  }
  return faults
}
