import { money } from '@makegood/core/money/money'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStripeMock, startStripeMock } from '../../test/start-stripe-mock.ts'
import { createStripeClient } from './create-stripe-client.ts'
import { createStripePaymentGateway } from './stripe-payment-gateway.ts'

const installed = findStripeMock()

/** stripe-mock checks requests against Stripe's published API and has no memory, so only acceptance is tried here. */
describe.skipIf(installed === undefined)('Stripe’s own stripe-mock', () => {
  let mock: Awaited<ReturnType<typeof startStripeMock>>
  beforeAll(async () => {
    mock = await startStripeMock(installed ?? '')
  }, 20_000)
  afterAll(async () => await mock?.stop())

  const gateway = () => createStripePaymentGateway({ apiUrl: mock.url, secretKey: 'sk_test_123' })
  const amount = money(1000n, 'KRW')

  test('accepts the requests to charge, with and without a way back, and to cancel', async () => {
    const charge = { key: 'key-1', orderId: 'ord_1', paymentId: 'pay_1', amount, paymentMethod: 'pm_card_visa' }
    expect((await gateway().charge(charge)).outcome).toMatch(/^(ok|declined|unknown)$/)
    const returnUrl = 'https://shop.example/orders/ord_1'
    const topUp = { key: 'key-2', topUpId: 'top_1', amount, paymentMethod: 'pm_card_visa', reference: { shopper: 'u' } }
    expect((await gateway().charge({ ...topUp, returnUrl })).outcome).toMatch(/^(ok|declined|unknown)$/)
    expect(await gateway().cancelCharge({ key: 'key-1', chargeRef: 'pi_1' })).toMatchObject({ outcome: 'ok' })
  })

  test('accepts the requests to refund, by intent and by charge, and to find a refund', async () => {
    for (const chargeRef of ['pi_1', 'ch_1']) {
      const refund = { key: `refund-${chargeRef}`, chargeRef, amount, orderId: 'ord_1' }
      expect(await gateway().refund(refund)).toMatchObject({ outcome: 'ok' })
      expect(await gateway().findRefundByKey(refund)).toEqual({ outcome: 'ok', found: false })
    }
  })

  test('accepts the requests to find a charge and to list', async () => {
    expect(await gateway().findByKey('key-1')).toMatchObject({ outcome: 'ok' })
    // It answers every id with the same intent, which no key of ours made.
    await expect(gateway().findByKey('key-1', 'pi_1')).rejects.toThrow(/was not made by the key/)
    const since = new Date('2026-11-21T08:00:00Z')
    expect(await gateway().listCharges({ since })).toMatchObject({ outcome: 'ok' })
    expect(await gateway().listCharges({ since, cursor: 'pi_1' })).toMatchObject({ outcome: 'ok' })
  })

  test('accepts the card form that the shopper’s browser sends', async () => {
    const form = {
      type: 'card',
      'card[number]': '4242424242424242',
      'card[exp_month]': '12',
      'card[exp_year]': '2040',
      'card[cvc]': '123',
    }
    const response = await fetch(`${mock.url}/v1/payment_methods`, {
      method: 'POST',
      body: new URLSearchParams(form),
      // It knows no publishable keys.
      headers: { authorization: 'Bearer sk_test_123' },
    })
    expect(response.status).toBe(200)
  })

  test('refuses what Stripe does not know, so that its acceptance means something', async () => {
    const client = createStripeClient({
      apiUrl: mock.url,
      secretKey: 'sk_test_123',
      timeoutMs: 5000,
      connectionsMax: 1,
    })
    const wrong = { amount: 1, currency: 'krw', surplus: 'x' }
    await expect(client.paymentIntents.create(wrong)).rejects.toThrow(/additional properties/)
  })
})
