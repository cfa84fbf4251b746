import { expect, test } from 'vitest'
import { describeProgress, type HistoryEntry } from './describe-progress.ts'
import { orderTransitions } from './order-states.ts'

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

const delivered = [
  entry('PENDING', 'placed', 0),
  entry('STOCK_RESERVED', 'stock-reserved', 1),
  entry('PAYMENT_PROCESSING', 'payment-opened', 2),
  entry('PAID', 'paid', 3),
  entry('CONFIRMED', 'confirmed', 4),
  entry('PREPARING', 'shipment-registered', 5),
  entry('SHIPPING', 'handed-over', 6),
  entry('DELIVERED', 'delivered', 7),
]

test('a delivered order waits for its acceptance; accepted, nothing is left to come', () => {
  expect(states(describeProgress('DELIVERED', delivered)).slice(-3)).toEqual([
    'shipping:done',
    'delivered:done',
    'completed:todo',
  ])
  const completed = [...delivered, entry('COMPLETED', 'purchase-confirmed', 8)]
  expect(states(describeProgress('COMPLETED', completed)).at(-1)).toBe('completed:done')
})

test('a returned order is being refunded until the money is back', () => {
  const returned = [...delivered, entry('RETURNED', 'return-accepted', 8)]
  expect(states(describeProgress('RETURNED', returned)).slice(-2)).toEqual(['returned:done', 'refunded:now'])
  const refunded = [...returned, entry('REFUNDED', 'refunded', 9)]
  expect(states(describeProgress('REFUNDED', refunded)).slice(-2)).toEqual(['returned:done', 'refunded:done'])
})

test('every way of the table into CANCELLED ends there with its own reason, and every other move but the payment attempts is a stage', () => {
  for (const { to, reason } of orderTransitions) {
    const [stage] = describeProgress(to, [entry(to, reason, 0)])
    if (reason === 'stock-insufficient') expect(stage).toMatchObject({ id: 'sold-out', state: 'stopped' })
    else if (to === 'CANCELLED') expect(stage).toMatchObject({ id: 'cancelled', state: 'stopped', reason })
    else if (reason === 'payment-failed') expect(stage).toMatchObject({ id: 'payment-failed', state: 'mended' })
    else if (reason !== 'payment-opened') expect(stage).toMatchObject({ state: 'done' })
  }
})
