import { expect, test } from 'vitest'
import { findPauseRefusal } from './decide-pause.ts'

test('an order that is paused is not paused once more', () => {
  expect(findPauseRefusal({ status: 'PAID', paused: true, sagas: ['RUNNING'] })).toBe('order-paused')
})

test('an order that has ended can be paused only while something of it is unfinished', () => {
  for (const status of ['COMPLETED', 'CANCELLED', 'REFUNDED'] as const) {
    expect(findPauseRefusal({ status, paused: false, sagas: ['COMPLETED', 'UNDONE'] })).toBe('order-not-pausable')
    expect(findPauseRefusal({ status, paused: false, sagas: ['COMPLETED', 'RUNNING'] })).toBeNull()
    expect(findPauseRefusal({ status, paused: false, sagas: ['NEEDS_ATTENTION'] })).toBeNull()
  }
})

test('an order that is under way can be paused, whether a saga of it runs or not', () => {
  for (const status of ['PENDING', 'STOCK_RESERVED', 'PAID', 'SHIPPING', 'DELIVERED'] as const)
    expect(findPauseRefusal({ status, paused: false, sagas: [] })).toBeNull()
})
