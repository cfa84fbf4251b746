import { expect, test } from 'vitest'
import { findRefundRefusal } from './decide-refund.ts'
import { orderStatuses } from './order-states.ts'

const facts = { status: 'DELIVERED', cancelling: false, returning: false, leftMinor: 1n } as const

test('only what is on its way or there is refunded in part, and only while something is left', () => {
  const possible = orderStatuses.filter(status => findRefundRefusal({ ...facts, status }) === null)
  expect(possible).toEqual(['SHIPPING', 'DELIVERED', 'COMPLETED'])
  expect(findRefundRefusal({ ...facts, leftMinor: 0n })).toBe('refund-too-large')
  expect(findRefundRefusal({ ...facts, leftMinor: null })).toBe('refund-too-large')
})

test('not beside a cancellation or a return', () => {
  expect(findRefundRefusal({ ...facts, cancelling: true })).toBe('cancel-in-progress')
  expect(findRefundRefusal({ ...facts, returning: true })).toBe('refund-not-possible')
})
