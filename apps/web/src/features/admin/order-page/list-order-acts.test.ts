import { expect, test } from 'vitest'
import type { OperatorOrderView } from '../operator-view'
import type { OrderStoryView } from './build-timeline'
import { listOrderActs } from './list-order-acts'

const act = (refusal: string | null) => ({ refusal })
const order = {
  status: 'PREPARING',
  returns: [],
  incidents: [
    { id: 'inc_1', kind: 'saga-stopped', resolvedAt: '2026-11-26T09:00:00.000Z' },
    { id: 'inc_2', kind: 'undo-failed', resolvedAt: null },
  ],
  acts: { confirm: act('order-not-confirmable'), cancel: act(null) },
} as unknown as OperatorOrderView
const story = {
  approvals: [],
  refundable: act('refund-not-possible'),
  handOver: act(null),
  correctAddress: act('address-on-label'),
} as unknown as OrderStoryView

const namesFor = (...given: Parameters<typeof listOrderActs>) => listOrderActs(...given).map(({ act }) => act)

test('only what the order’s state and the role allow is offered', () => {
  expect(namesFor(order, story, 'operations')).toEqual(['retry', 'handOver', 'cancel', 'note'])
  expect(namesFor(order, story, 'support')).toEqual(['cancel', 'note'])
  expect(namesFor(order, story, 'finance')).toEqual(['note'])
  expect(namesFor(order, story, 'shopper')).toEqual([])
})

test('a retry is of the incident that is open, and of none where all are over', () => {
  expect(listOrderActs(order, story, 'admin')[0]).toEqual({ act: 'retry', query: 'act=retry&incident=inc_2' })
  expect(namesFor({ ...order, incidents: order.incidents.slice(0, 1) }, story, 'admin')).not.toContain('retry')
})

test('no refund is offered while one waits for a second pair of eyes', () => {
  const refundable = { ...story.refundable, refusal: null }
  const waiting = [{ kind: 'refund' }] as OrderStoryView['approvals']
  expect(namesFor(order, { ...story, refundable }, 'finance')).toEqual(['refund', 'note'])
  expect(namesFor(order, { ...story, refundable, approvals: waiting }, 'finance')).toEqual(['note'])
})

test('an order is paused, and a paused one resumed, by whoever may', () => {
  const paused = { ...order, pause: { id: 'pse_1' }, pauseRefusal: 'order-paused' } as unknown as OperatorOrderView
  const running = { ...order, pause: null, pauseRefusal: null } as unknown as OperatorOrderView
  const ofPause = (...given: Parameters<typeof listOrderActs>) =>
    namesFor(...given).filter(name => name === 'pause' || name === 'resume')
  expect(ofPause(running, story, 'operations')).toEqual(['pause'])
  expect(ofPause(paused, story, 'operations')).toEqual(['resume'])
  for (const role of ['support', 'finance'] as const) expect(ofPause(paused, story, role)).toEqual([])
})
