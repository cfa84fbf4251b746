import { expect, test } from 'vitest'
import { duration, earlierFailures, openSteps, sagaLook, stepDot, stepLines, stepLook } from './saga-looks'

const done = { status: 'DONE', undoStatus: null } as const
const undone = { status: 'DONE', undoStatus: 'DONE' } as const
const refused = { status: 'REFUSED', undoStatus: null } as const
const running = { status: 'STARTED', undoStatus: null } as const

test('a step that was undone is mended, and one whose undo failed needs a person', () => {
  expect(stepDot(undone)).toBe('mended')
  expect(stepDot({ status: 'DONE', undoStatus: 'FAILED' })).toBe('stopped')
  expect(stepDot(refused)).toBe('stopped')
})

test('the seam is solid where steps were done, dashed where they were undone, pale where one is under way', () => {
  expect(stepLines([done, done, running])).toEqual(['solid', 'pale', 'none'])
  expect(stepLines([undone, refused])).toEqual(['dashed', 'none'])
})

test('a saga that waits, tries again or goes back is not told as running, and only one that goes on tries a failed step again', () => {
  const on = { status: 'RUNNING', direction: 'FORWARD' } as const
  const step = { stepId: 'charge-card', undoStatus: null, error: 'no answer' } as const
  const waiting = { ...step, stepId: 'await-goods', status: 'STARTED' } as const
  const failed = { ...step, status: 'FAILED' } as const
  const begun = { ...step, status: 'STARTED', error: null } as const
  expect(sagaLook({ ...on, steps: [waiting] })).toBe('WAITING')
  expect(sagaLook({ ...on, steps: [failed] })).toBe('RETRYING')
  expect(sagaLook({ ...on, steps: [begun] })).toBe('RUNNING')
  expect(sagaLook({ ...on, direction: 'UNDOING', steps: [failed] })).toBe('UNDOING')
  expect(sagaLook({ ...on, status: 'NEEDS_ATTENTION', steps: [failed] })).toBe('NEEDS_ATTENTION')
  expect(stepLook(failed, { ...on, status: 'NEEDS_ATTENTION' })).toBe('FAILED')
})

test('a saga of a paused order stands still, and one that has ended or stopped is told as that', () => {
  const on = { status: 'RUNNING', direction: 'FORWARD', steps: [] } as const
  expect(sagaLook(on, true)).toBe('PAUSED')
  expect(sagaLook({ ...on, direction: 'UNDOING' }, true)).toBe('PAUSED')
  expect(sagaLook({ ...on, status: 'COMPLETED' }, true)).toBe('COMPLETED')
  expect(sagaLook({ ...on, status: 'NEEDS_ATTENTION' }, true)).toBe('NEEDS_ATTENTION')
})

test('failed attempts stay readable, but for the one that is told already', () => {
  const at = '2026-11-21T09:00:00.000Z'
  const failure = (of: 'step' | 'undo', attempt: number, error: string) => ({ at, of, attempt, error })
  const failures = [failure('step', 1, 'no answer'), failure('step', 2, 'no answer'), failure('undo', 1, 'away')]
  expect(earlierFailures({ failures, error: null, undoError: null })).toEqual(failures)
  expect(earlierFailures({ failures, error: 'no answer', undoError: null })).toEqual([failures[0], failures[2]])
  expect(earlierFailures({ failures, error: null, undoError: 'away' })).toEqual(failures.slice(0, 2))
})

test('what a saga passed by was not needed, what comes after its last step lies ahead', () => {
  const plan = ['confirm-stock', 'redeem-coupon', 'charge-card', 'mark-paid']
  expect(openSteps(plan, [{ stepId: 'confirm-stock' }, { stepId: 'charge-card' }])).toEqual({
    passed: ['redeem-coupon'],
    ahead: ['mark-paid'],
  })
  expect(openSteps(plan, [])).toEqual({ passed: [], ahead: plan })
})

test('a duration has the unit a person would use', () => {
  const start = '2026-11-21T09:00:00.000Z'
  expect(duration(start, '2026-11-21T09:00:00.042Z')).toEqual({ unit: 'ms', value: 42 })
  expect(duration(start, '2026-11-21T09:00:05.450Z')).toEqual({ unit: 's', value: 5.5 })
  expect(duration(start, '2026-11-21T09:02:30.000Z')).toEqual({ unit: 'min', value: 2.5 })
  expect(duration(start, '2026-11-21T15:18:00.000Z')).toEqual({ unit: 'h', value: 6.3 })
})
