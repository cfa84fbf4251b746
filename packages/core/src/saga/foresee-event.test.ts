import { expect, test } from 'vitest'
import { messageOf, noConsequences } from '../console/consequences.ts'
import { foreseeEvent, type KeptEvent } from './foresee-event.ts'

const event = (changed: Partial<KeptEvent>): KeptEvent => ({
  provider: 'carrier',
  type: 'shipment.delivered',
  orderStatus: 'SHIPPING',
  parcel: { delivery: true, ahead: true },
  payment: null,
  ...changed,
})
const nothing = { consequences: noConsequences, perhaps: noConsequences }

test('the news that a parcel has arrived delivers its order and tells the shopper', () => {
  expect(foreseeEvent(event({})).consequences).toEqual({
    ...noConsequences,
    states: ['DELIVERED'],
    messages: [messageOf('shipping/delivered')],
  })
})

test('an order that had not left yet leaves first, and the shopper hears of both', () => {
  expect(foreseeEvent(event({ orderStatus: 'PREPARING' })).consequences).toMatchObject({
    states: ['SHIPPING', 'DELIVERED'],
    messages: [messageOf('shipping/dispatched'), messageOf('shipping/delivered')],
  })
  expect(foreseeEvent(event({ orderStatus: 'PREPARING', type: 'shipment.lost' })).consequences.states).toEqual([
    'SHIPPING',
  ])
})

test('old news, goods that come back, and an order that is over move nothing', () => {
  expect(foreseeEvent(event({ parcel: { delivery: true, ahead: false } }))).toEqual(nothing)
  expect(foreseeEvent(event({ parcel: { delivery: false, ahead: true } }))).toEqual(nothing)
  expect(foreseeEvent(event({ parcel: null }))).toEqual(nothing)
  expect(foreseeEvent(event({ orderStatus: 'CANCELLED' }))).toEqual(nothing)
  expect(foreseeEvent(event({ type: 'shipment.of.tomorrow' }))).toEqual(nothing)
})

test('news of a charge may bring its payment to an end, or give back what came too late: the gateway is asked', () => {
  const card = { amountMinor: '28000', currency: 'KRW' } as const
  const news = (open: boolean) =>
    foreseeEvent(
      event({ provider: 'payment', type: 'payment_intent.succeeded', parcel: null, payment: { card, open } }),
    )
  expect(news(true)).toMatchObject({
    consequences: noConsequences,
    perhaps: { states: ['PAID', 'CONFIRMED'], messages: [messageOf('order/confirmed')] },
  })
  expect(news(false).perhaps.money).toEqual([{ what: 'back-to-card', amount: card }])
})
