import { expect, test } from 'vitest'
import { findTableFaults } from './check-order-states.ts'
import { decideTransition } from './decide-transition.ts'
import { canTransition, finalStatuses, orderStatuses, orderTransitions, type Transition } from './order-states.ts'

test('every state of the table can be reached and ends', () => {
  expect(findTableFaults(orderTransitions)).toEqual([])
})

test('a table with an unreachable, an endless and a left final state is refused by name', () => {
  const broken: Transition[] = [
    ...orderTransitions.filter(row => row.to !== 'DELIVERED' && row.from !== 'RETURNED'),
    { from: 'CANCELLED', to: 'PAID', reason: 'revived', movers: ['system'] },
  ]
  expect(findTableFaults(broken)).toEqual([
    'DELIVERED cannot be reached',
    'COMPLETED cannot be reached',
    'REFUNDED cannot be reached',
    'SHIPPING never ends',
    'RETURNED never ends',
    'CANCELLED is final but moves to PAID',
  ])
})

test('every pair outside the table is refused, and every pair inside is allowed to its movers only', () => {
  for (const from of orderStatuses)
    for (const to of orderStatuses) {
      const rows = orderTransitions.filter(row => row.from === from && row.to === to)
      expect(canTransition(from, to)).toBe(rows.length > 0)
    }
  for (const row of orderTransitions)
    for (const from of orderStatuses)
      for (const mover of ['system', 'shopper', 'operator', 'carrier'] as const) {
        const inTable = orderTransitions.some(
          r => r.from === from && r.reason === row.reason && (r.movers as readonly string[]).includes(mover),
        )
        expect(decideTransition(from, row.reason, mover).allowed).toBe(inTable)
      }
})

test('a final state is never left', () => {
  for (const status of finalStatuses) expect(orderTransitions.some(row => (row.from as string) === status)).toBe(false)
})
