import { expect, test } from 'vitest'
import { describeProgress, type HistoryEntry } from './describe-progress.ts'

const entry = (
  toStatus: HistoryEntry['toStatus'],
  reason: HistoryEntry['reason'],
  second: number,
  details: HistoryEntry['details'] = {},
): HistoryEntry => ({ toStatus, reason, at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)), details })

const states = (stages: ReturnType<typeof describeProgress>) => stages.map(stage => `${stage.id}:${stage.state}`)

test('a declined card shows as undone, between what happened before and the payment that succeeded', () => {
  const history = [
    entry('PENDING', 'placed', 0),
    entry('STOCK_RESERVED', 'stock-reserved', 1),
    entry('PAYMENT_PROCESSING', 'payment-opened', 2),
    entry('STOCK_RESERVED', 'payment-failed', 3, { reason: 'card-declined' }),
    entry('PAYMENT_PROCESSING', 'payment-opened', 4),
    entry('PAID', 'paid', 5),
    entry('CONFIRMED', 'confirmed', 6),
  ]
  const stages = describeProgress('CONFIRMED', history)
  expect(states(stages)).toEqual([
    'placed:done',
    'reserved:done',
    'payment-failed:mended',
    'paid:done',
    'confirmed:done',
    'preparing:todo',
    'shipping:todo',
  ])
  expect(stages[2]).toMatchObject({ reason: 'card-declined', at: '2026-01-01T00:00:03.000Z' })
})

test('an order whose stock was short stops there and promises nothing more', () => {
  const history = [entry('PENDING', 'placed', 0), entry('CANCELLED', 'stock-insufficient', 1)]
  expect(states(describeProgress('CANCELLED', history))).toEqual(['placed:done', 'sold-out:stopped'])
})

test('an order that waits for its payment says so', () => {
  const history = [entry('PENDING', 'placed', 0), entry('STOCK_RESERVED', 'stock-reserved', 1)]
  expect(states(describeProgress('STOCK_RESERVED', history))).toContain('payment:now')
})
