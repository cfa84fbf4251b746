import { expect, test } from 'vitest'
import type { z } from 'zod'
import { type IdKind, newId } from '../ids.ts'
import { type EventName, type EventPayload, eventCatalogue } from './catalogue.ts'

const id = (kind: IdKind) => newId(kind, new Date())
const orderId = id('order')
const paymentId = id('payment')
const returnId = id('return')
const shipmentId = id('shipment')
const cancellationId = id('cancellation')
const topUpId = id('topUp')
const userId = 'usr_1'
const reason = 'card-declined'

/** One payload of each event, as the shop sends it. */
const payloads: { readonly [Name in EventName]: EventPayload<Name> } = {
  'order/created': { orderId },
  'stock/reserved': { orderId },
  'stock/insufficient': { orderId, shortLines: [{ variantId: id('variant'), wanted: 2, available: 0 }] },
  'order/payment.requested': { orderId, paymentId, card: true, wallet: false, coupon: false },
  'order/processing': { orderId, paymentId },
  'order/processing.failed': { orderId, paymentId, reason },
  'order/payment': { orderId, paymentId },
  'order/payment.failed': { orderId, paymentId, reason },
  'order/processed': { orderId, paymentId },
  'order/confirmed': { orderId },
  'order/cancel.requested': { orderId, cancellationId, fromStatus: 'PAID' },
  'order/cancel.refused': { orderId, cancellationId, reason },
  'order/cancelled': { orderId, reason },
  'order/completed': { orderId },
  'order/returned': { orderId, returnId },
  'order/refunded': { orderId, returnId },
  'order/link.requested': { orderId },
  'order/taken.up': { orderId, takenUpFrom: id('order'), paymentId },
  'payment/completed': { orderId, paymentId },
  'payment/failed': { orderId, paymentId, reason },
  'payment/action.required': { orderId, paymentId },
  'payment/changed': { orderId, paymentId },
  'payment/late': { orderId, paymentId, chargeRef: 'pi_1' },
  'payment/refunded': {
    orderId,
    paymentId,
    source: 'cancellation',
    leg: 'card',
    amount: { amountMinor: '28000', currency: 'KRW' },
  },
  'refund/requested': { orderId, refundRequestId: id('refundRequest') },
  'refund/finished': { orderId, refundRequestId: id('refundRequest') },
  'shipping/prepared': { orderId, shipmentId },
  'shipping/dispatched': { orderId, shipmentId },
  'shipping/delivered': { orderId, shipmentId },
  'shipping/lost': { orderId, shipmentId },
  'shipping/refused': { orderId, shipmentId },
  'return/requested': { orderId, returnId },
  'return/accepted': { orderId, returnId, withoutGoods: false },
  'return/rejected': { orderId, returnId, reason },
  'return/changed': { orderId, returnId },
  'return/refunded': { orderId, returnId },
  'wallet/top-up.requested': { topUpId, userId },
  'wallet/top-up.changed': { topUpId, userId },
  'wallet/topped-up': { topUpId, userId },
  'wallet/top-up.failed': { topUpId, userId, reason },
  'coupon/claimed': { claimId: id('claim'), campaignId: id('campaign'), userId },
  'webhook/received': { provider: 'payment', eventId: 'evt_1' },
  'saga/resumed': { sagaId: `pay-order:${paymentId}`, name: 'pay-order', generation: 2, input: { orderId, paymentId } },
}

const names = Object.keys(eventCatalogue) as EventName[]
const schemaOf = (name: EventName): z.ZodObject => eventCatalogue[name].payload

test.each(names)('%s: a payload without one of its fields, or with a wrong id in it, is no payload', name => {
  const schema = schemaOf(name)
  const payload: Record<string, unknown> = payloads[name]
  expect(Object.keys(schema.shape).sort()).toEqual(Object.keys(payload).sort())
  for (const field of Object.keys(payload)) {
    const { [field]: _left, ...rest } = payload
    expect(schema.safeParse(rest).success, `without ${field}`).toBe(false)
    expect(schema.safeParse({ ...payload, [field]: null }).success, `${field} null`).toBe(false)
    if (field.endsWith('Id') && field !== 'userId' && field !== 'eventId' && field !== 'sagaId')
      expect(schema.safeParse({ ...payload, [field]: 'of_something_else' }).success, `${field} wrong`).toBe(false)
  }
})

test.each(names)('%s: its payload passes, has a version, and is the same after a journey as JSON', name => {
  const parsed = schemaOf(name).parse(payloads[name])
  expect(eventCatalogue[name].version).toBeGreaterThanOrEqual(1)
  expect(parsed).toEqual(payloads[name])
  expect(schemaOf(name).parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
})

test('what an event does not know is not carried: nothing personal slips along', () => {
  for (const name of names)
    expect(schemaOf(name).parse({ ...payloads[name], email: 'shopper@example.com' })).not.toHaveProperty('email')
})

test('names are of a thing and what happened to it, and each of the shop’s own documents is there', () => {
  for (const name of names) expect(name).toMatch(/^[a-z]+\/[a-z]+([.-][a-z]+)*$/)
  expect(names).toEqual(
    expect.arrayContaining([
      'order/created',
      'stock/reserved',
      'stock/insufficient',
      'order/processing',
      'order/processing.failed',
      'order/payment',
      'order/payment.failed',
      'order/processed',
      'payment/completed',
      'payment/failed',
      'payment/refunded',
      'shipping/prepared',
      'shipping/dispatched',
      'shipping/delivered',
      'order/cancelled',
      'order/completed',
    ]),
  )
})
