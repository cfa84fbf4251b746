import { expect, test } from 'vitest'
import type { OperatorOrderView } from '../operator-view'
import { buildTimeline, isShown, type OrderStoryView } from './build-timeline'

const at = (second: number) => new Date(Date.UTC(2026, 10, 26, 9, 0, second)).toISOString()
const won = { amountMinor: '28000', currency: 'KRW' } as const
const step = {
  kind: 'undoable',
  attempts: 1,
  endedAt: null,
  result: null,
  undoAttempts: 0,
  undoError: null,
  undoneAt: null,
}

const order = {
  history: [
    { version: 1, fromStatus: null, toStatus: 'PENDING', reason: 'placed', mover: 'shopper', at: at(0) },
    {
      version: 2,
      fromStatus: 'PAYMENT_PROCESSING',
      toStatus: 'STOCK_RESERVED',
      reason: 'payment-failed',
      mover: 'system',
      at: at(5),
    },
  ],
  sagas: [
    {
      id: 'pay-order:1',
      name: 'pay-order',
      status: 'UNDONE',
      startedAt: at(3),
      steps: [{ ...step, stepId: 'charge-card', status: 'REFUSED', startedAt: at(3), error: null, undoStatus: null }],
    },
    { id: 'reserve-order:1', name: 'reserve-order', status: 'COMPLETED', startedAt: at(0), steps: [] },
  ],
  payments: [{ id: 'pay_1', status: 'DECLINED', openedAt: at(3), amount: won }],
  refunds: [{ id: 'ref_1', state: 'failed', plannedAt: at(9), amount: won }],
  shipments: [],
  incidents: [],
  cancellations: [],
  returns: [],
} as unknown as OperatorOrderView

const story = {
  notes: [{ id: 'nte_1', text: 'called', author: 'Mina', mine: true, writtenAt: at(7), editedAt: null }],
  messages: [{ id: 'ntf_1', status: 'FAILED', createdAt: at(6) }],
  acts: [],
} as unknown as OrderStoryView

const keysFor = (filter: Parameters<typeof isShown>[1]) =>
  buildTimeline(order, story)
    .filter(entry => isShown(entry, filter))
    .map(({ key }) => key)

test('everything is on one line, in the order in which it began, the cause before what it caused', () => {
  expect(keysFor('all')).toEqual([
    'move-1',
    'reserve-order:1',
    'pay_1',
    'pay-order:1',
    'move-2',
    'ntf_1',
    'nte_1',
    'ref_1',
  ])
})

test('every failure is among the failures, and nothing else', () => {
  expect(keysFor('failures')).toEqual(['pay_1', 'pay-order:1', 'move-2', 'ntf_1', 'ref_1'])
})

test('money and messages can be looked at alone', () => {
  expect(keysFor('money')).toEqual(['pay_1', 'pay-order:1', 'ref_1'])
  expect(keysFor('messages')).toEqual(['ntf_1'])
})
