import { money } from '@makegood/core/money/money'
import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandboxControls, type SandboxControls } from '../../test/sandbox-controls.ts'
import { startSandboxProcess } from '../../test/start-sandbox-process.ts'
import { describePaymentGateway } from './payment-gateway-contract.ts'
import { createStripePaymentGateway } from './stripe-payment-gateway.ts'
import { verifyPaymentWebhook } from './verify-payment-webhook.ts'

const cards = {
  pays: '4242424242424242',
  'is-declined': '4000000000000002',
  'lacks-funds': '4000000000009995',
  'has-expired': '4000000000000069',
  'has-wrong-cvc': '4000000000000127',
  'needs-approval': '4000002500003155',
  'is-declined-after-approval': '4000008400001629',
  'charges-then-silent': '4000990000000400',
  'fails-once': '4000990000000509',
  'fails-always': '4000990000000517',
  'has-slow-refunds': '4000000000007726',
  'has-failing-refunds': '4000000000005126',
  'is-disputed': '4000000000000259',
} as const

let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let controls: SandboxControls
let gateway: PaymentGateway

const newGateway = (more: Partial<Parameters<typeof createStripePaymentGateway>[0]> = {}) =>
  createStripePaymentGateway({ apiUrl: sandbox.url, secretKey: sandbox.secretKey, timeoutMs: 700, ...more })

beforeAll(async () => {
  const adminUrl = process.env.TEST_DATABASE_URL
  if (adminUrl === undefined)
    throw new Error('TEST_DATABASE_URL is missing: it should name a database server that tests may use.')
  sandbox = await startSandboxProcess(adminUrl)
  controls = createSandboxControls(sandbox.url, sandbox.publishableKey)
  gateway = newGateway()
}, 20_000)
afterAll(async () => await sandbox?.stop())

describePaymentGateway('Stripe’s API, played by the sandbox', {
  gateway: () => gateway,
  cardThat: behaviour => controls.tokenOf(cards[behaviour]),
  books: key => controls.chargesOfKey(key),
  decide: (actionUrl, decision) => controls.decide(actionUrl, decision),
  events: () => eventsTold(),
})

const eventsTold = () =>
  sandbox.received.map(hook => {
    const read = verifyPaymentWebhook(hook.body, hook.signature, sandbox.webhookSecret)
    if (!read.ok) throw new Error(read.reason)
    return read.event
  })

const requestOf = (id: string, paymentMethod = 'pm_card_visa') => ({
  key: `key-${id}`,
  orderId: `ord_${id}`,
  paymentId: `pay_${id}`,
  amount: money(5000n, 'KRW'),
  paymentMethod,
})

describe('the Stripe adapter', () => {
  test('a request that is sent again while the first is under way is retryable', async () => {
    await controls.setFaults({ payment: { mode: 'slow', times: 1, delayMs: 400 } })
    const slow = gateway.charge(requestOf('inflight'))
    const answers = await Promise.all([slow, gateway.charge(requestOf('inflight'))])
    expect(answers.map(answer => answer.outcome).sort()).toEqual(['ok', 'retryable'])
  })

  test('a gateway that is asked with a wrong key is our defect, not the shopper’s', async () => {
    const wrong = newGateway({ secretKey: 'sk_test_somebodyelse' })
    await expect(wrong.charge(requestOf('wrongkey'))).rejects.toThrow(/401/)
  })

  test('a failing gateway is left alone once its circuit opens, and is tried again after a while', async () => {
    const guarded = newGateway({ breaker: { failurePart: 0.5, withinMs: 1000, callsMin: 4, halfOpenAfterMs: 100 } })
    await controls.setFaults({ payment: { mode: 'error500' } })
    const details = []
    for (let n = 0; n < 30; n += 1) {
      const answer = await guarded.charge(requestOf(`breaker${n}`))
      details.push(answer.outcome)
      if (answer.outcome === 'retryable') break
    }
    expect(details.at(-1)).toBe('retryable')
    expect(details.slice(0, -1).every(outcome => outcome === 'unknown')).toBe(true)
    await controls.clearFaults()
    await expect
      .poll(async () => (await guarded.charge(requestOf('breaker-after'))).outcome, { timeout: 5000 })
      .toBe('ok')
    expect(await controls.chargesOf('ord_breaker-after')).toMatchObject({ count: 1 })
  })

  test('a lookup that fails is retryable and says nothing about the charge', async () => {
    await controls.setFaults({ lookup: { mode: 'error500', times: 1 } })
    expect(await gateway.findByKey('whatever')).toMatchObject({ outcome: 'retryable' })
    expect(await gateway.findByKey('whatever')).toEqual({ outcome: 'ok', found: false })
  })

  test('a refund whose answer never comes is unknown; the same key gives the same refund', async () => {
    const asked = requestOf('refund-silence')
    const answer = await gateway.charge(asked)
    const refund = {
      key: 'refund-silence',
      chargeRef: 'chargeRef' in answer ? answer.chargeRef : '',
      amount: asked.amount,
    }
    await controls.setFaults({ refund: { mode: 'refund-then-timeout', times: 1 } })
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'unknown' })
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'ok' })
    expect(await controls.chargesOf(asked.orderId)).toMatchObject({ count: 1, amountRefunded: 5000 })
  })

  test('a gateway that is down has done nothing: unknown for what moves money, retryable for a question', async () => {
    const asked = requestOf('down')
    await controls.setFaults({ payment: { mode: 'down', times: 1 } })
    expect(await gateway.charge(asked)).toMatchObject({ outcome: 'unknown' })
    expect(await gateway.findByKey(asked.key)).toEqual({ outcome: 'ok', found: false })
    const answer = await gateway.charge(asked)
    const chargeRef = 'chargeRef' in answer ? answer.chargeRef : ''
    const refund = { key: 'down-refund', chargeRef, amount: asked.amount }
    await controls.setFaults({ refund: { mode: 'down', times: 1 } })
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'unknown' })
    expect(await gateway.findRefundByKey(refund)).toEqual({ outcome: 'ok', found: false })
    for (const ask of [
      () => gateway.findByKey(asked.key),
      () => gateway.findByKey(asked.key, chargeRef),
      () => gateway.findRefundByKey(refund),
      () => gateway.listCharges({ since: new Date() }),
    ]) {
      await controls.setFaults({ lookup: { mode: 'down', times: 1 } })
      expect(await ask()).toMatchObject({ outcome: 'retryable' })
    }
  })

  test('a cancelling whose answer never comes, or whose gateway fails, is unknown; the same key then cancels once', async () => {
    const waiting = {
      ...requestOf('cancel-silence', 'pm_card_authenticationRequired'),
      returnUrl: 'http://localhost/x',
    }
    const answer = await gateway.charge(waiting)
    const cancel = { key: waiting.key, chargeRef: 'chargeRef' in answer ? answer.chargeRef : '' }
    for (const mode of ['down', 'error500', 'cancel-then-timeout']) {
      await controls.setFaults({ cancel: { mode, times: 1 } })
      expect(await gateway.cancelCharge(cancel)).toMatchObject({ outcome: 'unknown' })
    }
    expect(await gateway.cancelCharge(cancel)).toEqual({ outcome: 'ok', status: 'cancelled' })
  })

  test('webhooks of a payment, a decline and a refund arrive signed and carry the shop’s own ids', async () => {
    const paid = requestOf('hooks')
    const answer = await gateway.charge(paid)
    const chargeRef = 'chargeRef' in answer ? answer.chargeRef : ''
    await gateway.refund({ key: 'hooks-refund', chargeRef, amount: money(2000n, 'KRW') })
    await gateway.charge(requestOf('hooks-declined', 'pm_card_chargeDeclinedInsufficientFunds'))
    const events = () => eventsTold().filter(event => 'orderId' in event && event.orderId?.startsWith('ord_hooks'))
    await expect.poll(() => events().length, { timeout: 5000 }).toBe(3)
    const ids = { orderId: paid.orderId, paymentId: paid.paymentId, key: paid.key, chargeRef, livemode: false }
    expect(events()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...ids, type: 'payment_intent.succeeded', amount: paid.amount }),
        expect.objectContaining({
          ...ids,
          type: 'charge.refunded',
          amount: paid.amount,
          refunded: money(2000n, 'KRW'),
        }),
        expect.objectContaining({
          type: 'payment_intent.payment_failed',
          orderId: 'ord_hooks-declined',
          reason: 'insufficient-funds',
          gatewayCode: 'insufficient_funds',
        }),
      ]),
    )
  })
})
