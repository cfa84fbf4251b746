import { expect, test } from 'vitest'
import { sortSteps } from './sort-steps'

const steps = [
  { stepId: 'confirm-stock', status: 'DONE', undoStatus: null },
  { stepId: 'refund-card', status: 'REFUSED', undoStatus: null },
] as const

const placeOf = (status: Parameters<typeof sortSteps>[0]['status']) =>
  sortSteps({ status, steps }).find(({ stepIds }) => stepIds.includes('refund-card'))?.name

test('a saga stopped at a step only while it stands still: one that goes on tries it again, one that has ended met a no there', () => {
  expect(placeOf('NEEDS_ATTENTION')).toBe('failed')
  expect(placeOf('RUNNING')).toBe('trying')
  expect(placeOf('UNDONE')).toBe('refused')
})

test('a step that failed and was undone is told once, as undone', () => {
  const undone = { stepId: 'charge-card', status: 'FAILED', undoStatus: 'DONE' } as const
  expect(sortSteps({ status: 'UNDONE', steps: [undone] })).toEqual([
    { name: 'stands', stepIds: [] },
    { name: 'undone', stepIds: ['charge-card'] },
  ])
})
