import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderTransitions, type Transition } from './order-states.ts'
import { type HistoryMove, rebuildOrder } from './rebuild-order.ts'

const placed: HistoryMove = { version: 1, from: null, to: 'PENDING', reason: 'placed', mover: 'shopper' }
const reserved: HistoryMove = {
  version: 2,
  from: 'PENDING',
  to: 'STOCK_RESERVED',
  reason: 'stock-reserved',
  mover: 'system',
}
const faultOf = (...history: readonly HistoryMove[]) => {
  const order = rebuildOrder(history)
  return order.rebuilt ? null : order.fault
}

/** The history of a walk over the table: at each state one of its ways on, by these numbers. */
const walk = (choices: readonly number[]): readonly HistoryMove[] => {
  const history: HistoryMove[] = [placed]
  for (const choice of choices) {
    const last = history.at(-1) ?? placed
    const rows: readonly Transition[] = orderTransitions.filter(row => row.from === last.to)
    const row = rows[choice % rows.length]
    if (!row) break
    const mover = row.movers[choice % row.movers.length] ?? 'system'
    history.push({ version: last.version + 1, from: row.from, to: row.to, reason: row.reason, mover })
  }
  return history
}

test('a history that is missing, begins elsewhere, has a gap or a break is refused at its first wrong move', () => {
  expect(faultOf()).toBe('there is no history')
  expect(faultOf(reserved)).toBe('the history begins at version 2 with PENDING → STOCK_RESERVED')
  expect(faultOf(placed, { ...reserved, version: 3 })).toBe('version 3: it follows version 1')
  expect(faultOf(placed, { ...reserved, from: 'PAID' })).toBe('version 2: it leaves PAID, and the order was PENDING')
})

test('a move that the table does not have, for another reason or by another mover, is refused', () => {
  expect(faultOf(placed, { ...reserved, to: 'PAID' })).toBe(
    'version 2: "stock-reserved" leads to STOCK_RESERVED, not PAID',
  )
  expect(faultOf(placed, { ...reserved, reason: 'paid' })).toMatch(/^version 2: an order that is PENDING cannot move/)
  expect(faultOf(placed, { ...reserved, mover: 'shopper' })).toBe(
    'version 2: "stock-reserved" is for system, not for shopper',
  )
})

test('every walk over the table is rebuilt to where it ended, and no two of its moves may change places', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), choices => {
      const history = walk(choices)
      const last = history.at(-1) ?? placed
      expect(rebuildOrder(history)).toEqual({ rebuilt: true, status: last.to, version: last.version })
      if (history.length > 1) expect(rebuildOrder(history.toReversed()).rebuilt).toBe(false)
    }),
  )
})
