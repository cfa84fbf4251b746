import { expect, test } from 'vitest'
import type { Op } from '../dispatch/reply.ts'
import { createRegistry } from '../functions/registry.ts'
import { callItem, type QueueItem, type RunState } from '../runs/run-state.ts'
import { decideReply } from './decide-reply.ts'
import { decideWake } from './decide-wake.ts'

const now = 1_000
const context = { now, maxAttempts: 2, backoff: () => 50, registry: createRegistry() }

const newRun = (): RunState => ({
  id: 'run',
  functionId: 'fn',
  eventId: 'event',
  events: ['{}'],
  startedMs: 0,
  status: 'Running',
  steps: new Map(),
  pending: new Set(),
  calling: true,
  callAgain: false,
  answered: false,
  called: true,
  parent: undefined,
  priority: 0,
  together: false,
  uses: 1,
})
const op = (id: string, kind: string, more: Partial<Op> = {}): Op => ({
  id,
  op: kind,
  name: id,
  stepName: id,
  startedMs: undefined,
  opts: {},
  metadata: [],
  data: null,
  error: undefined,
  ...more,
})
const ops = (list: Op[], retriable = true) => ({ type: 'ops' as const, ops: list, retriable, retryAt: undefined })
const stepItem = (stepId: string, race = false): QueueItem => ({ ...callItem(newRun(), 0), stepId, kind: 'step', race })

test('a finished step is recorded and the function is called again at attempt 0', () => {
  const run = newRun()
  const item = { ...callItem(run, 0), attempt: 1, generation: 2 }
  const progress = decideReply(run, item, ops([op('a', 'StepRun', { data: { b: 2, a: 1 } })]), context)
  expect(progress.steps).toMatchObject([{ id: 'a', memo: '{"data":{"a":1,"b":2}}', position: 1, attempt: 1 }])
  expect(progress.moved).toMatchObject([{ stepId: 'step', attempt: 0, generation: 1, taken: true }])
})

test('parallel steps are planned once, and the function goes on when the last of them is over', () => {
  const run = newRun()
  const planned = decideReply(
    run,
    callItem(run, 0),
    ops([op('a', 'StepPlanned'), op('z', 'Sleep', { name: '1s' })]),
    context,
  )
  expect(planned.added).toMatchObject([
    { stepId: 'a', kind: 'step', taken: true },
    { stepId: 'z', kind: 'sleep', dueMs: 2_000, taken: false },
  ])
  expect(planned.done).toMatchObject([{ stepId: 'step' }])
  const first = decideReply(run, stepItem('a'), ops([op('a', 'StepRun')]), context)
  expect([first.done.length, first.added]).toEqual([1, []])
  const last = decideWake(run, { ...stepItem('z'), kind: 'sleep' }, 2_000)
  expect(last.added).toMatchObject([{ stepId: 'step', kind: 'call', taken: true }])
  expect([...run.steps]).toEqual([
    ['a', '{"data":null}'],
    ['z', 'null'],
  ])
})

test('a failed step waits for its next attempt, and after the last its error is recorded', () => {
  const run = newRun()
  const error = { name: 'Error', message: 'no', __serialized: true }
  const first = decideReply(run, callItem(run, 0), ops([op('a', 'StepError', { error })]), context)
  expect(first.moved).toMatchObject([{ attempt: 1, generation: 2, dueMs: 1_050, taken: false }])
  expect(first.steps).toEqual([])
  const last = decideReply(run, { ...callItem(run, 0), attempt: 1 }, ops([op('a', 'StepError', { error })]), context)
  expect(last.steps).toMatchObject([{ memo: '{"error":{"message":"no","name":"Error"}}' }])
  expect(last.moved).toMatchObject([{ stepId: 'step', attempt: 0, taken: true }])
})

test('a step that forbids retries is recorded at once', () => {
  const run = newRun()
  const error = { name: 'Fatal', message: 'never' }
  const progress = decideReply(run, callItem(run, 0), ops([op('a', 'StepFailed', { error })], false), context)
  expect(progress.steps).toHaveLength(1)
})

test('steps in the same reply as the end are recorded with it', () => {
  const run = newRun()
  const reply = ops([op('a', 'StepRun'), op('end', 'RunComplete', { data: 5 })])
  const progress = decideReply(run, callItem(run, 0), reply, context)
  expect(progress.steps).toHaveLength(1)
  expect(progress.ended).toMatchObject({ status: 'Completed', output: '5' })
  expect(run.status).toBe('Completed')
})

test('an app that names nothing new uses up its attempts and fails the run', () => {
  const run = newRun()
  run.steps.set('a', '{"data":1}')
  const first = decideReply(run, callItem(run, 0), ops([op('a', 'StepRun')]), context)
  expect(first.moved).toMatchObject([{ attempt: 1 }])
  const last = decideReply(run, { ...callItem(run, 0), attempt: 1 }, ops([op('a', 'StepRun')]), context)
  expect(last.ended).toMatchObject({ status: 'Failed' })
})

test('two racers that finish during one call cause one more call, not two', () => {
  const run = newRun()
  run.pending = new Set(['a', 'b', 'c'])
  run.calling = false
  expect(decideReply(run, stepItem('a', true), ops([op('a', 'StepRun')]), context).added).toHaveLength(1)
  expect(decideReply(run, stepItem('b', true), ops([op('b', 'StepRun')]), context).added).toEqual([])
  const call = decideReply(run, callItem(run, 0), ops([op('c', 'StepPlanned')]), context)
  expect([call.moved.length, call.done.length]).toEqual([1, 0])
  const calledAgain = decideReply(run, callItem(run, 0), ops([op('c', 'StepPlanned')]), context)
  expect([calledAgain.moved.length, calledAgain.done.length]).toEqual([0, 1])
})
