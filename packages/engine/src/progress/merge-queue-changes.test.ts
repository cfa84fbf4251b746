import { expect, test } from 'vitest'
import { callItem, queueItem } from '../runs/run-state.ts'
import { mergeQueueChanges } from './merge-queue-changes.ts'
import { noProgress, type Progress } from './progress.ts'

const run = { id: 'run', functionId: 'fn', priority: 0 }
const call = { ...callItem(run, 5), taken: true }
const wait = { ...queueItem(run, { stepId: 'wait', kind: 'wait', dueMs: 9 }), taken: false }
const progress = (more: Partial<Progress>): Progress => ({ ...noProgress(), ...more })

test('a row that one entry removes and the next adds again is changed, not removed', () => {
  const changes = mergeQueueChanges([progress({ done: [call] }), progress({ done: [wait], added: [call] })])
  expect(changes).toMatchObject({ done: [{ stepId: 'wait' }], moved: [call], added: [] })
})

test('of several changes to one row the last counts', () => {
  const later = { ...call, dueMs: 7 }
  expect(mergeQueueChanges([progress({ moved: [call] }), progress({ moved: [later] })]).moved).toEqual([later])
  const none = mergeQueueChanges([progress({ added: [wait] }), progress({ done: [wait] })])
  expect(none).toEqual({ done: [], moved: [], added: [] })
})

test('nothing is queued for a run that ends in the same batch', () => {
  const ended = { runId: 'run', status: 'Cancelled', output: '{}', endedMs: 1 } as const
  const changes = mergeQueueChanges([progress({ moved: [call], added: [wait] }), progress({ ended })])
  expect(changes).toEqual({ done: [], moved: [], added: [] })
})
