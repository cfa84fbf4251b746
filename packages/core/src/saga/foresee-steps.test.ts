import { expect, test } from 'vitest'
import { messageOf, noConsequences } from '../console/consequences.ts'
import { foreseeSteps, type SagaStakes } from './foresee-steps.ts'

const won = (amountMinor: string) => ({ amountMinor, currency: 'KRW' }) as const
const goods = [{ variantId: 'var_1', name: 'Bowl', quantity: 2 }]
const facts = { coupon: false, parcel: false, putBackTo: null, withoutGoods: false, whole: false, part: false }
const stakes: SagaStakes = { card: won('28000'), wallet: won('0'), goods, facts }
const sure = (...ids: string[]) => ids.map(stepId => ({ stepId, certain: true }))
const maybe = (...ids: string[]) => ids.map(stepId => ({ stepId, certain: false }))
const given = (changed: Partial<SagaStakes['facts']>): SagaStakes => ({ ...stakes, facts: { ...facts, ...changed } })

test('the money of each leg that has any, the goods, the states of the order and what the shopper is told are named', () => {
  const steps = [...sure('confirm-stock', 'debit-wallet', 'charge-card', 'mark-paid'), ...maybe('confirm-order')]
  expect(foreseeSteps(steps, stakes)).toEqual({
    consequences: {
      ...noConsequences,
      money: [{ what: 'taken-from-card', amount: won('28000') }],
      stock: [{ what: 'sold', ...goods[0] }],
      states: ['PAID'],
    },
    perhaps: {
      ...noConsequences,
      parcels: ['registered'],
      states: ['CONFIRMED'],
      messages: [{ template: 'order-confirmed', channels: ['email', 'push'] }],
    },
  })
})

test('a cancelling that stopped before its order was cancelled says that it cancels it and that the shopper is told', () => {
  const steps = sure('cancel-shipment', 'mark-cancelled', 'refund-card', 'give-coupon-back', 'return-stock')
  expect(foreseeSteps(steps, given({ parcel: true, coupon: true })).consequences).toEqual({
    money: [{ what: 'back-to-card', amount: won('28000') }],
    stock: [{ what: 'for-sale-again', ...goods[0] }],
    coupons: ['coupon-free-again'],
    parcels: ['cancelled'],
    states: ['CANCELLED'],
    messages: [messageOf('order/cancelled')],
  })
})

test('an undone payment puts its order back, or ends it with its goods for sale and its shopper told, or leaves it to another payment', () => {
  const ends = (putBackTo: SagaStakes['facts']['putBackTo']) =>
    foreseeSteps(sure('undo:charge-card', 'put-order-back'), given({ putBackTo })).consequences
  const money = [{ what: 'back-to-card', amount: won('28000') }]
  expect(ends('STOCK_RESERVED')).toEqual({ ...noConsequences, money, states: ['STOCK_RESERVED'] })
  expect(ends('CANCELLED')).toEqual({
    ...noConsequences,
    money,
    stock: [{ what: 'for-sale-again', ...goods[0] }],
    states: ['CANCELLED'],
    messages: [messageOf('order/cancelled')],
  })
  expect(ends(null)).toEqual({ ...noConsequences, money })
})

test('what is certain is not told again as possible, and what a step finds out itself is only possible', () => {
  const { consequences, perhaps } = foreseeSteps(
    [...sure('charge-card', 'take-order-up'), ...maybe('await-approval', 'refund-late-charge')],
    stakes,
  )
  expect(consequences).toEqual({ ...noConsequences, money: [{ what: 'taken-from-card', amount: won('28000') }] })
  expect(perhaps).toEqual({
    ...noConsequences,
    money: [{ what: 'back-to-card', amount: won('28000') }],
    stock: [{ what: 'put-aside', ...goods[0] }],
    messages: [messageOf('order/taken.up'), messageOf('payment/refunded')],
  })
})

test('a part that an operator gives back is told in a mail of its own, once for both legs; that of a cancelling is not', () => {
  const legs = sure('refund-wallet', 'refund-card')
  expect(foreseeSteps(legs, given({ part: true })).consequences.messages).toEqual([messageOf('refund/finished')])
  expect(foreseeSteps(legs, given({})).consequences.messages).toEqual([])
})

test('goods of a return that never come are written off, and only the last return of an order ends it', () => {
  const end = (changed: Partial<SagaStakes['facts']>) =>
    foreseeSteps(sure('take-goods-back', 'finish-return'), given(changed)).consequences
  expect(end({ withoutGoods: true, whole: true })).toMatchObject({
    stock: [{ what: 'written-off' }],
    states: ['REFUNDED'],
  })
  expect(end({})).toMatchObject({
    stock: [{ what: 'as-received' }],
    states: [],
    messages: [messageOf('return/refunded')],
  })
})
