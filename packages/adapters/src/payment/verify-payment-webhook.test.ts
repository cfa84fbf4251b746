import { money } from '@makegood/core/money/money'
import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { verifyPaymentWebhook } from './verify-payment-webhook.ts'

const secret = 'whsec_verifytest1234'
const now = new Date('2026-11-21T08:00:00Z')
const seconds = now.getTime() / 1000
const ids = { orderId: 'ord_1', paymentId: 'pay_1', key: 'key-1' }
const intent = {
  id: 'pi_1',
  amount: 5000,
  amount_received: 5000,
  currency: 'krw',
  latest_charge: 'ch_1',
  metadata: ids,
}

const eventOf = (type: string, object: unknown, more = {}) =>
  JSON.stringify({ id: 'evt_1', object: 'event', type, created: seconds, livemode: false, data: { object }, ...more })
const sign = (payload: string, with_: { secret?: string; at?: number } = {}) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret: with_.secret ?? secret, timestamp: with_.at ?? seconds })
const verify = (payload: string, signature: string | undefined = sign(payload)) =>
  verifyPaymentWebhook(Buffer.from(payload), signature, secret, now)
const paid = eventOf('payment_intent.succeeded', intent)

test('a forged signature is refused: none, another secret, another body, a bare hash', () => {
  expect(verifyPaymentWebhook(paid, undefined, secret, now)).toEqual({ ok: false, reason: 'no-signature' })
  expect(verify(paid, '')).toEqual({ ok: false, reason: 'no-signature' })
  expect(verify(paid, sign(paid, { secret: 'whsec_another12345' }))).toEqual({ ok: false, reason: 'wrong-signature' })
  expect(verify(paid.replace('5000', '5001'), sign(paid))).toEqual({ ok: false, reason: 'wrong-signature' })
  expect(verify(paid, `t=${seconds},v0=${'0'.repeat(64)}`)).toEqual({ ok: false, reason: 'wrong-signature' })
  expect(verify(paid, 'nonsense')).toEqual({ ok: false, reason: 'wrong-signature' })
})

test('without a secret of ours nothing is believed, not even what is signed with an empty one', () => {
  for (const empty of ['', '  ']) {
    expect(verifyPaymentWebhook(paid, sign(paid), empty, now)).toEqual({ ok: false, reason: 'no-secret' })
  }
})

test('a signature older than 300 seconds is refused, one of 300 is not', () => {
  expect(verify(paid, sign(paid, { at: seconds - 301 }))).toEqual({ ok: false, reason: 'too-old' })
  expect(verify(paid, sign(paid, { at: seconds + 301 }))).toEqual({ ok: false, reason: 'too-new' })
  expect(verify(paid, sign(paid, { at: seconds - 300 }))).toMatchObject({ ok: true })
})

test('a payment is read with the shop’s own ids and an exact amount', () => {
  expect(verify(paid)).toEqual({
    ok: true,
    event: {
      id: 'evt_1',
      type: 'payment_intent.succeeded',
      createdAt: now,
      livemode: false,
      ...ids,
      chargeRef: 'pi_1',
      amount: money(5000n, 'KRW'),
    },
  })
})

test('a failed payment carries the reason in the shop’s words', () => {
  const failed = {
    ...intent,
    latest_charge: null,
    last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
  }
  expect(verify(eventOf('payment_intent.payment_failed', failed))).toMatchObject({
    ok: true,
    event: {
      type: 'payment_intent.payment_failed',
      chargeRef: 'pi_1',
      reason: 'insufficient-funds',
      gatewayCode: 'insufficient_funds',
    },
  })
})

test('a refund says how much has gone back in all', () => {
  const charge = {
    id: 'ch_1',
    payment_intent: 'pi_1',
    amount: 5000,
    amount_refunded: 2000,
    currency: 'krw',
    metadata: ids,
  }
  expect(verify(eventOf('charge.refunded', charge))).toMatchObject({
    ok: true,
    event: { type: 'charge.refunded', chargeRef: 'pi_1', amount: money(5000n, 'KRW'), refunded: money(2000n, 'KRW') },
  })
})

test('a payment of a top-up carries the top-up’s id and no other', () => {
  const metadata = { key: 'key-1', topUpId: 'top_1', shopper: 'usr_1' }
  const read = verify(eventOf('payment_intent.succeeded', { ...intent, metadata }))
  expect(read).toMatchObject({ event: { key: 'key-1', topUpId: 'top_1' } })
  for (const absent of ['orderId', 'paymentId', 'shopper']) expect(read).not.toHaveProperty(`event.${absent}`)
})

test('an approval that failed is not taken for a card that needs one', () => {
  const last_payment_error = { code: 'payment_intent_authentication_failure' }
  expect(verify(eventOf('payment_intent.payment_failed', { ...intent, last_payment_error }))).toMatchObject({
    event: { reason: 'authentication-failed', gatewayCode: 'payment_intent_authentication_failure' },
  })
})

test('a payment that waits for the shopper says where; one that says no page is none of the shop’s business', () => {
  const url = 'https://bank.example/approve'
  const next_action = { type: 'redirect_to_url', redirect_to_url: { url, return_url: 'https://shop.example' } }
  expect(verify(eventOf('payment_intent.requires_action', { ...intent, next_action }))).toMatchObject({
    event: { type: 'payment_intent.requires_action', ...ids, chargeRef: 'pi_1', actionUrl: url },
  })
  expect(verify(eventOf('payment_intent.requires_action', { ...intent, next_action: null }))).toMatchObject({
    event: { type: 'other' },
  })
})

test('a cancelled payment says so, with the gateway’s reason where there is one', () => {
  for (const [cancellation_reason, gatewayCode] of [
    [null, 'canceled'],
    ['abandoned', 'abandoned'],
  ]) {
    expect(verify(eventOf('payment_intent.canceled', { ...intent, cancellation_reason }))).toMatchObject({
      event: { type: 'payment_intent.canceled', ...ids, chargeRef: 'pi_1', amount: money(5000n, 'KRW'), gatewayCode },
    })
  }
})

test('a changed refund carries its own key, its state and why it failed; one without a key is somebody else’s', () => {
  const refund = {
    id: 're_1',
    payment_intent: 'pi_1',
    amount: 2000,
    currency: 'krw',
    status: 'failed',
    failure_reason: 'insufficient_funds',
    metadata: { key: 'refund-1', orderId: 'ord_1' },
  }
  expect(verify(eventOf('refund.failed', refund))).toMatchObject({
    event: {
      type: 'refund.failed',
      refundKey: 'refund-1',
      orderId: 'ord_1',
      refundRef: 're_1',
      chargeRef: 'pi_1',
      amount: money(2000n, 'KRW'),
      status: 'failed',
      gatewayCode: 'insufficient_funds',
    },
  })
  for (const [status, read] of [
    ['succeeded', 'succeeded'],
    ['pending', 'pending'],
    ['requires_action', 'pending'],
    ['canceled', 'failed'],
  ]) {
    const updated = eventOf('refund.updated', { ...refund, status, failure_reason: null })
    expect(verify(updated)).toMatchObject({ event: { type: 'refund.updated', status: read, gatewayCode: null } })
  }
  expect(verify(eventOf('refund.updated', { ...refund, metadata: {} }))).toMatchObject({ event: { type: 'other' } })
})

test('a dispute names the charge whose money the bank takes back, expanded or not', () => {
  const dispute = { id: 'du_1', payment_intent: 'pi_1', amount: 5000, currency: 'krw', reason: 'fraudulent' }
  for (const payment_intent of ['pi_1', { id: 'pi_1', object: 'payment_intent' }]) {
    expect(verify(eventOf('charge.dispute.created', { ...dispute, payment_intent }))).toMatchObject({
      event: {
        type: 'charge.dispute.created',
        disputeRef: 'du_1',
        chargeRef: 'pi_1',
        amount: money(5000n, 'KRW'),
        gatewayCode: 'fraudulent',
      },
    })
  }
  expect(verify(eventOf('charge.dispute.created', { ...dispute, payment_intent: null }))).toMatchObject({
    event: { type: 'other' },
  })
})

test('what is not the shop’s business is `other`: other types, other metadata, an unknown currency', () => {
  for (const payload of [
    eventOf('customer.created', {}),
    eventOf('payment_intent.succeeded', { ...intent, metadata: {} }),
    eventOf('payment_intent.succeeded', { ...intent, metadata: { ...ids, orderId: '' } }),
    eventOf('payment_intent.succeeded', { ...intent, metadata: { key: 'key-1', orderId: 'ord_1' } }),
    eventOf('payment_intent.succeeded', { ...intent, currency: 'xyz' }),
    eventOf('payment_intent.succeeded', { ...intent, amount_received: -1 }),
  ]) {
    expect(verify(payload)).toMatchObject({ ok: true, event: { type: 'other', gatewayType: expect.any(String) } })
  }
})

test('signed nonsense is unreadable and never thrown', () => {
  for (const payload of ['{', '[]', '"text"', 'null', '{"id":1}']) {
    expect(verify(payload)).toEqual({ ok: false, reason: 'unreadable' })
  }
})
