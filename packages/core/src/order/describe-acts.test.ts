import { expect, test } from 'vitest'
import { noConsequences } from '../console/consequences.ts'
import { type ActFacts, describeCancel, describeConfirm } from './describe-acts.ts'

const facts: ActFacts = {
  status: 'PAID',
  cancelling: false,
  paused: false,
  parcelLeft: false,
  paid: { takenMinor: 10_000n, cardMinor: 7_000n, walletMinor: 3_000n },
  currency: 'KRW',
  coupon: true,
  goods: [{ variantId: 'var_1', name: 'Bowl', quantity: 2 }],
}

test('confirming is for a paid order that nobody is cancelling', () => {
  expect(describeConfirm(facts)).toMatchObject({ refusal: null, consequences: { states: ['CONFIRMED'] } })
  expect(describeConfirm({ ...facts, cancelling: true }).refusal).toBe('cancel-in-progress')
  for (const status of ['PENDING', 'PAYMENT_PROCESSING', 'CONFIRMED', 'CANCELLED'] as const)
    expect(describeConfirm({ ...facts, status }).refusal).toBe('order-not-confirmable')
})

test('a paused order is not confirmed but may be asked to be cancelled; what hinders it anyway is told first', () => {
  const paused = { ...facts, paused: true }
  expect(describeConfirm(paused).refusal).toBe('order-paused')
  expect(describeConfirm({ ...paused, status: 'CANCELLED' }).refusal).toBe('order-not-confirmable')
  expect(describeCancel(paused)).toEqual(describeCancel(facts))
})

test('an operator who cancels keeps nothing: the money of each leg, the goods and the message are named beforehand', () => {
  expect(describeCancel({ ...facts, status: 'PREPARING' })).toEqual({
    refusal: null,
    consequences: {
      ...noConsequences,
      money: [
        { what: 'back-to-card', amount: { amountMinor: '7000', currency: 'KRW' } },
        { what: 'back-to-wallet', amount: { amountMinor: '3000', currency: 'KRW' } },
      ],
      stock: [{ what: 'for-sale-again', variantId: 'var_1', name: 'Bowl', quantity: 2 }],
      coupons: ['coupon-free-again'],
      parcels: ['cancelled'],
      states: ['CANCELLED'],
      messages: [{ template: 'order-cancelled', channels: ['email'] }],
    },
  })
})

test('what is dispatched is not cancelled, and an order nobody paid moves no money', () => {
  expect(describeCancel({ ...facts, status: 'SHIPPING' })).toMatchObject({
    refusal: 'order-dispatched',
    consequences: { money: [], stock: [], messages: [] },
  })
  expect(describeCancel({ ...facts, status: 'STOCK_RESERVED', paid: null }).consequences.money).toEqual([])
})
