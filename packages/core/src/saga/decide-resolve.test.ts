import { expect, test } from 'vitest'
import type { RepairedIncident, RepairedSaga } from './decide-repair.ts'
import { findResolveRefusal, findWaysOut } from './decide-resolve.ts'
import { type IncidentKind, incidentKinds, sagaIncidentKinds } from './incident-kinds.ts'

const step = (stepId: string, position: number, changed: Partial<RepairedSaga['steps'][number]> = {}) =>
  ({ stepId, position, kind: 'undoable', status: 'DONE', undoStatus: null, ...changed }) as const
const stopped: RepairedSaga = {
  name: 'pay-order',
  status: 'NEEDS_ATTENTION',
  direction: 'FORWARD',
  steps: [step('confirm-stock', 1), step('charge-card', 2, { status: 'FAILED' })],
}
const incident = (kind: IncidentKind, changed: Partial<RepairedIncident> = {}): RepairedIncident => ({
  kind,
  stepId: 'charge-card',
  resolved: false,
  hasEvent: false,
  asked: false,
  ...changed,
})
const others = incidentKinds.filter(kind => !sagaIncidentKinds.includes(kind))

test.each(sagaIncidentKinds)('%s of a saga that has stopped is not closed by a word: it still owes something', kind => {
  expect(findResolveRefusal({ incident: incident(kind), saga: stopped })).toBe('still-owes')
  const running = { ...stopped, status: 'RUNNING' } as const
  expect(findResolveRefusal({ incident: incident(kind), saga: running })).toBe('saga-running')
})

test.each(sagaIncidentKinds)('%s of a saga that has ended well, or of none, may be closed, once', kind => {
  for (const status of ['COMPLETED', 'UNDONE'] as const)
    expect(findResolveRefusal({ incident: incident(kind), saga: { ...stopped, status } })).toBeNull()
  expect(findResolveRefusal({ incident: incident(kind), saga: null })).toBeNull()
  expect(findResolveRefusal({ incident: incident(kind, { resolved: true }), saga: null })).toBe('resolved')
})

test.each(others)('%s is closed by whoever has dealt with it, whatever the saga of its order does', kind => {
  for (const status of ['RUNNING', 'NEEDS_ATTENTION', 'COMPLETED'] as const)
    expect(findResolveRefusal({ incident: incident(kind), saga: { ...stopped, status } })).toBeNull()
})

test('what can be done instead is what this saga allows at this moment', () => {
  const failed = incident('step-failed')
  expect(findWaysOut({ incident: failed, saga: stopped })).toEqual(['retry', 'resume', 'undo'])
  const undoing = { ...stopped, direction: 'UNDOING' } as const
  const undo = incident('undo-failed', { stepId: 'undo:charge-card' })
  expect(findWaysOut({ incident: undo, saga: undoing })).toEqual(['retry', 'settle-by-hand'])
  const delivery = { ...stopped, name: 'fulfil-order' } as const
  expect(findWaysOut({ incident: failed, saga: delivery })).toEqual(['retry', 'resume'])
  expect(findWaysOut({ incident: failed, saga: { ...stopped, status: 'RUNNING' } })).toEqual([])
})
