import { isDeepStrictEqual } from 'node:util'
import type { Plans } from '../make-plans.ts'
import type { ExpectedRun } from '../plan.ts'
import type { StoredRun, StoredStep } from '../store.ts'

/** Something that is not as it must be; `runId` where it belongs to a run. */
export type Fault = { text: string; runId?: string }

/** Every expected run is there once, and ended with the status, output and steps that it must have; no other is. */
export function checkRuns(plans: Plans, runs: StoredRun[], steps: StoredStep[]): Fault[] {
  const byName = Map.groupBy(
    runs.filter(run => run.slug !== 'batched'),
    run => `${run.slug} ${run.key}`,
  )
  const byRun = Map.groupBy(steps, step => step.run_id)
  const faults: Fault[] = []
  for (const expected of plans.runs) {
    const name = `${expected.slug} ${expected.key}`
    const [run, ...others] = byName.get(name) ?? []
    byName.delete(name)
    if (!run) faults.push({ text: `${name}: no run was started` })
    else faults.push(...checkRun(expected, run, byRun.get(run.id) ?? []))
    for (const other of others) faults.push({ text: `${name}: a second run was started`, runId: other.id })
  }
  for (const [name, [run]] of byName) {
    faults.push({ text: `${name}: a run that nobody asked for`, ...(run ? { runId: run.id } : {}) })
  }
  return faults
}

function checkRun(expected: ExpectedRun, run: StoredRun, steps: StoredStep[]): Fault[] {
  const fault = (text: string): Fault => ({ text: `${expected.slug} ${expected.key}: ${text}`, runId: run.id })
  const faults: Fault[] = []
  if (run.status !== expected.status) faults.push(fault(`ended ${run.status}, not ${expected.status}`))
  const output: unknown = run.output === null ? undefined : JSON.parse(run.output)
  if ('output' in expected && !isDeepStrictEqual(output, expected.output)) {
    faults.push(fault(`has output ${run.output}, not ${JSON.stringify(expected.output)}`))
  }
  const names = steps.map(step => step.name)
  const must = [...expected.executed, ...expected.stored]
  const may = new Set([...must, ...expected.anyOf.flat()])
  for (const name of must) if (!names.includes(name)) faults.push(fault(`step ${name} is not stored`))
  for (const group of expected.anyOf) {
    if (!group.some(name => names.includes(name))) faults.push(fault(`none of the steps ${group.join(', ')} is stored`))
  }
  for (const [place, name] of names.entries()) {
    if (!may.has(name)) faults.push(fault(`step ${name} is stored and should never have been`))
    if (names.indexOf(name) !== place) faults.push(fault(`step ${name} is stored twice`))
  }
  return faults
}

/** Every event of the batching function is in exactly one batch. */
export function checkBatches(plans: Plans, runs: StoredRun[]): Fault[] {
  const batches = runs.filter(run => run.slug === 'batched')
  const taken = batches.flatMap(run => (run.status === 'Completed' ? (JSON.parse(run.output ?? '[]') as string[]) : []))
  const faults: Fault[] = batches
    .filter(run => run.status !== 'Completed')
    .map(run => ({ text: `batched: ended ${run.status}`, runId: run.id }))
  for (const key of plans.batched) {
    const times = taken.filter(one => one === key).length
    if (times !== 1) faults.push({ text: `batched ${key}: is in ${times} batches, not in one` })
  }
  return faults
}
