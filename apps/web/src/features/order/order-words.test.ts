import { orderTransitions } from '@makegood/core/order/order-states'
import type { OrderView } from '@makegood/core/order/views'
import { expect, test } from 'vitest'
import { cancelWords, givesCouponBack, headlineOf, paidWords, toldArrival } from './order-words'

const order: Parameters<typeof headlineOf>[0] = {
  status: 'CANCELLED',
  shortLines: [],
  takenUpBy: null,
  refunds: [],
  paid: null,
  cancellation: null,
  approval: null,
}
const won = (amountMinor: string) => ({ amountMinor, currency: 'KRW' }) as const
const refund = (state: 'planned' | 'done') => ({ state }) as OrderView['refunds'][number]
const cancellation = (changed: Partial<NonNullable<OrderView['cancellation']>>) =>
  ({ state: 'requested', by: 'shopper', ...changed }) as NonNullable<OrderView['cancellation']>

test('a cancelled order says of money what its refunds say', () => {
  expect(headlineOf(order)).toBe('CANCELLED')
  expect(headlineOf({ ...order, refunds: [refund('done'), refund('planned')] })).toBe('CANCELLED_REFUNDING')
  expect(headlineOf({ ...order, refunds: [refund('done')] })).toBe('CANCELLED_REFUNDED')
  expect(headlineOf({ ...order, paid: { card: won('0'), wallet: won('0') } })).toBe('CANCELLED_FREE')
  expect(headlineOf({ ...order, takenUpBy: { id: 'ord_2', number: '2' } })).toBe('TAKEN_UP')
})

test('what is asked of the order comes before its state', () => {
  const approval = { paymentId: 'pay_1', url: 'http://gateway.test' }
  expect(headlineOf({ ...order, status: 'PAYMENT_PROCESSING', approval })).toBe('APPROVAL')
  expect(headlineOf({ ...order, status: 'PAID', cancellation: cancellation({}) })).toBe('CANCELLING')
  expect(headlineOf({ ...order, status: 'PAID', cancellation: cancellation({ state: 'refused' }) })).toBe('PAID')
})

test('a time limit speaks for itself; for the rest it is told who cancelled', () => {
  for (const { to, reason } of orderTransitions.filter(row => row.to === 'CANCELLED')) {
    const by = (who: 'shopper' | 'operator') => cancelWords({ cancellation: cancellation({ by: who }) }, reason)
    if (reason.startsWith('cancelled-') || reason === 'operator-cancelled')
      expect([by('shopper'), by('operator'), cancelWords({ cancellation: null }, reason)], `${to} ${reason}`).toEqual([
        'shopper',
        'operator',
        'other',
      ])
    else if (reason !== 'stock-insufficient') expect(by('shopper')).toBe(reason)
  }
})

test('how it was paid follows from the legs', () => {
  expect(paidWords({ card: won('1'), wallet: won('0') })).toBe('card')
  expect(paidWords({ card: won('0'), wallet: won('1') })).toBe('wallet')
  expect(paidWords({ card: won('1'), wallet: won('1') })).toBe('both')
  expect(paidWords({ card: won('0'), wallet: won('0') })).toBe('nothing')
})

test('a day is promised only to an order that is still to come; one that came says when', () => {
  const days = { from: '2026-12-01', to: '2026-12-03' }
  const delivery: OrderView['delivery'] = { method: 'standard', price: won('0'), arrival: days }
  const came = { id: 'delivered', state: 'done', at: '2026-12-02T03:00:00.000Z', reason: null } as const
  const toCome = { ...came, state: 'todo', at: null } as const
  const told = (status: OrderView['status'], progress: OrderView['progress'] = []) =>
    toldArrival({ status, delivery, progress })
  expect(told('SHIPPING', [toCome])).toEqual({ kind: 'promised', days })
  expect(told('CANCELLED')).toBeNull()
  expect(told('CANCELLED', [came])).toBeNull()
  for (const status of ['DELIVERED', 'COMPLETED', 'REFUNDED'] as const)
    expect(told(status, [came])).toEqual({ kind: 'came', at: came.at })
  expect(told('RETURNED'), 'it never arrived').toBeNull()
  expect(toldArrival({ status: 'PAID', delivery: { ...delivery, arrival: null }, progress: [] })).toBeNull()
})

test('a coupon comes back with a cancelled order that had one, and not where its late payment pays another order', () => {
  const cancelled = { status: 'CANCELLED', discount: won('5000'), takenUpBy: null } as const
  expect(givesCouponBack(cancelled)).toBe(true)
  expect(givesCouponBack({ ...cancelled, status: 'PAID' })).toBe(false)
  expect(givesCouponBack({ ...cancelled, discount: won('0') })).toBe(false)
  expect(givesCouponBack({ ...cancelled, takenUpBy: { id: 'ord_2', number: '2' } })).toBe(false)
})
