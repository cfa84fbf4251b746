import { expect, test } from 'vitest'
import {
  findResumeRefusal,
  findRetryRefusal,
  findSettleRefusal,
  findUndoRefusal,
  type RecordedSagaStep,
  type RepairedIncident,
  type RepairedSaga,
} from './decide-repair.ts'

const step = (stepId: string, position: number, changed: Partial<RecordedSagaStep> = {}): RecordedSagaStep => ({
  stepId,
  position,
  kind: 'undoable',
  status: 'DONE',
  undoStatus: null,
  ...changed,
})

const steps = [
  step('confirm-stock', 1),
  step('charge-card', 2, { status: 'FAILED' }),
  step('mark-paid', 3, { kind: 'pivot', status: 'STARTED' }),
]
const stopped: RepairedSaga = { name: 'pay-order', status: 'NEEDS_ATTENTION', direction: 'FORWARD', steps }
const failed: RepairedIncident = {
  kind: 'step-failed',
  stepId: 'charge-card',
  resolved: false,
  hasEvent: false,
  asked: false,
}
const of = (saga: Partial<RepairedSaga> | null, incident: Partial<RepairedIncident> = {}) => ({
  incident: { ...failed, ...incident },
  saga: saga && { ...stopped, ...saga },
})
const resume = (saga: Partial<RepairedSaga>, stepId: string) => findResumeRefusal(of(saga), stepId)

const acts = {
  retry: findRetryRefusal,
  resume: (repaired: ReturnType<typeof of>) => findResumeRefusal(repaired, 'charge-card'),
  undo: findUndoRefusal,
  settle: findSettleRefusal,
}

test.each(Object.entries(acts))(
  '%s is not for what is resolved, runs, has ended, or is about no saga',
  (_act, find) => {
    expect(find(of({}, { resolved: true }))).toBe('resolved')
    expect(find(of({ status: 'RUNNING' }))).toBe('saga-running')
    expect(find(of({ status: 'UNDONE' }))).toBe('saga-ended')
    expect(find(of({ status: 'COMPLETED' }))).toBe('saga-ended')
    expect(find(of(null))).toBe('nothing-to-repair')
    expect(find(of({}, { kind: 'parcel-lost' }))).toBe('nothing-to-repair')
  },
)

test('what somebody says was settled by hand is not done again before another has decided; the saying itself can be carried out', () => {
  const asked = of({}, { asked: true })
  for (const find of [acts.retry, acts.resume, acts.undo]) expect(find(asked)).toBe('settlement-asked')
  const refund = { ...stopped, steps: [step('refund-card', 1, { kind: 'forward-only', status: 'FAILED' })] }
  expect(findSettleRefusal(of(refund, { asked: true, stepId: 'refund-card' }))).toBeNull()
  expect(acts.retry(of({}, { asked: true, resolved: true }))).toBe('resolved')
})

test('what stopped is tried again', () => {
  expect(findRetryRefusal(of({}))).toBeNull()
  expect(findRetryRefusal(of({ direction: 'UNDOING' }, { kind: 'undo-failed', stepId: 'undo:charge-card' }))).toBeNull()
})

test('an event is tried again only where it was kept', () => {
  const event = { kind: 'event-failed' } as const
  expect(findRetryRefusal(of(null, { ...event, hasEvent: true }))).toBeNull()
  expect(findRetryRefusal(of(null, event))).toBe('nothing-to-repair')
  expect(findRetryRefusal(of(null, { ...event, hasEvent: true, resolved: true }))).toBe('resolved')
})

test('a saga goes on at a step that is not done, with everything before it done', () => {
  expect(resume({}, 'charge-card')).toBeNull()
  expect(resume({}, 'mark-paid')).toBe('step-before-open')
  expect(resume({}, 'confirm-stock')).toBe('step-done')
  expect(resume({}, 'no-such-step')).toBe('step-unknown')
  expect(resume({ direction: 'UNDOING' }, 'charge-card')).toBe('saga-undoing')
})

test('a saga turns round before its pivot and never after it, and never where it has no way back', () => {
  expect(findUndoRefusal(of({}))).toBeNull()
  const paid = [...steps.slice(0, 2), step('mark-paid', 3, { kind: 'pivot' })]
  expect(findUndoRefusal(of({ steps: paid }))).toBe('pivot-done')
  expect(findUndoRefusal(of({ direction: 'UNDOING' }))).toBe('saga-undoing')
  for (const name of ['fulfil-order', 'return-order', 'settle-late-payment'] as const)
    expect(findUndoRefusal(of({ name }))).toBe('no-way-back')
})

test('only what can be done outside is settled by hand, and only what has failed', () => {
  expect(findSettleRefusal(of({}))).toBe('not-by-hand')
  const undo = { kind: 'undo-failed', stepId: 'undo:charge-card' } as const
  expect(findSettleRefusal(of({ direction: 'UNDOING' }, undo))).toBeNull()
  expect(findSettleRefusal(of({}, undo))).toBe('not-by-hand')
  const undone = [step('charge-card', 2, { undoStatus: 'DONE' })]
  expect(findSettleRefusal(of({ direction: 'UNDOING', steps: undone }, undo))).toBe('step-done')
  const refund = { stepId: 'refund-card' } as const
  const open = {
    name: 'cancel-order',
    steps: [step('refund-card', 3, { kind: 'forward-only', status: 'FAILED' })],
  } as const
  expect(findSettleRefusal(of(open, refund))).toBeNull()
  expect(findSettleRefusal(of({ ...open, steps: [step('refund-card', 3)] }, refund))).toBe('step-done')
  expect(findSettleRefusal(of({ ...open, steps: [] }, refund))).toBe('step-unknown')
})
