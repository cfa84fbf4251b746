import type { Socket } from 'node:net'
import { money } from '@makegood/core/money/money'
import { afterEach, describe, expect, test } from 'vitest'
import { startRawServer } from '../../test/start-raw-server.ts'
import { GatewayMisuseError } from './gateway-misuse-error.ts'
import { createStripePaymentGateway } from './stripe-payment-gateway.ts'

let server: Awaited<ReturnType<typeof startRawServer>> | undefined
afterEach(async () => await server?.stop())

const request = {
  key: 'key-1',
  orderId: 'ord_1',
  paymentId: 'pay_1',
  amount: money(1000n, 'KRW'),
  paymentMethod: 'pm_card_visa',
}
const refund = { key: 'refund-1', chargeRef: 'pi_1', amount: money(1000n, 'KRW') }
const cancel = { key: 'key-1', chargeRef: 'pi_1' }
const since = new Date(0)

const gatewayOn = async (onRequest: (socket: Socket, nth: number, head: string) => void) => {
  server = await startRawServer(onRequest)
  return createStripePaymentGateway({ apiUrl: server.url, secretKey: 'sk_test_raw', timeoutMs: 300 })
}
const answering = (status: string, body: string) => (socket: Socket) =>
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
const error = (type: string, code = 'x') => JSON.stringify({ error: { type, code, message: 'so it says' } })

describe('what a failed call means', () => {
  test('a refused connection is retryable: nothing was sent', async () => {
    const gateway = await gatewayOn(() => undefined)
    await server?.stop()
    expect(await gateway.charge(request)).toMatchObject({ outcome: 'retryable' })
    expect(await gateway.cancelCharge(cancel)).toMatchObject({ outcome: 'retryable' })
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'retryable' })
  })

  test('a host without an address is retryable', async () => {
    const gateway = createStripePaymentGateway({
      apiUrl: 'http://nowhere.invalid:1',
      secretKey: 'sk_test_raw',
      timeoutMs: 3000,
    })
    expect(await gateway.charge(request)).toMatchObject({ outcome: 'retryable' })
  })

  test('a connection cut after sending is unknown, and is not sent again behind our back', async () => {
    const gateway = await gatewayOn(socket => socket.resetAndDestroy())
    expect(await gateway.charge(request)).toMatchObject({ outcome: 'unknown' })
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'unknown' })
    expect(await gateway.cancelCharge(cancel)).toMatchObject({ outcome: 'unknown' })
    expect(server?.requests()).toBe(3)
  })

  test('a cut followed by a refused connection stays unknown: the second failure does not hide the first', async () => {
    const gateway = await gatewayOn(socket => {
      void server?.stop()
      socket.resetAndDestroy()
    })
    expect(await gateway.charge(request)).toMatchObject({ outcome: 'unknown' })
  })

  test('silence is unknown after the timeout', async () => {
    const gateway = await gatewayOn(() => undefined)
    const started = performance.now()
    expect(await gateway.charge(request)).toMatchObject({ outcome: 'unknown' })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('an answer that trickles without end is unknown after the same timeout', async () => {
    const gateway = await gatewayOn(socket => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{')
      const drip = setInterval(() => socket.write(' '), 50)
      socket.once('close', () => clearInterval(drip))
    })
    const started = performance.now()
    expect(await gateway.charge(request)).toMatchObject({ outcome: 'unknown' })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('an answer that is cut in the middle, or is no JSON, is unknown', async () => {
    const cut = await gatewayOn(socket => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"id"'))
    expect(await cut.charge(request)).toMatchObject({ outcome: 'unknown' })
    await server?.stop()
    const page = await gatewayOn(answering('502 Bad Gateway', '<html>bad gateway</html>'))
    expect(await page.charge(request)).toMatchObject({ outcome: 'unknown' })
  })

  test('500 and 503 are unknown for what moves money or stops it, and retryable for a question', async () => {
    for (const status of ['500 Oops', '503 Busy']) {
      const gateway = await gatewayOn(answering(status, error('api_error')))
      expect(await gateway.charge(request)).toMatchObject({ outcome: 'unknown' })
      expect(await gateway.refund(refund)).toMatchObject({ outcome: 'unknown' })
      expect(await gateway.cancelCharge(cancel)).toMatchObject({ outcome: 'unknown' })
      expect(await gateway.findByKey('key-1')).toMatchObject({ outcome: 'retryable' })
      expect(await gateway.findByKey('key-1', 'pi_1')).toMatchObject({ outcome: 'retryable' })
      expect(await gateway.findRefundByKey(refund)).toMatchObject({ outcome: 'retryable' })
      expect(await gateway.listCharges({ since })).toMatchObject({ outcome: 'retryable' })
      await server?.stop()
    }
  })

  test('429 and 409 are retryable', async () => {
    for (const status of ['429 Slow down', '409 Conflict']) {
      const gateway = await gatewayOn(answering(status, error('idempotency_error', 'idempotency_key_in_use')))
      expect(await gateway.charge(request)).toMatchObject({ outcome: 'retryable' })
      await server?.stop()
    }
  })

  test('a request of ours that is wrong is thrown, with what the gateway said', async () => {
    for (const [status, body] of [
      ['400 Bad', error('invalid_request_error', 'parameter_unknown')],
      ['400 Bad', error('idempotency_error')],
      ['401 No', error('invalid_request_error')],
      ['403 No', error('invalid_request_error')],
    ] as const) {
      const gateway = await gatewayOn(answering(status, body))
      await expect(gateway.charge(request)).rejects.toThrow(GatewayMisuseError)
      await expect(gateway.charge(request)).rejects.toThrow(/so it says/)
      await expect(gateway.findByKey('key-1')).rejects.toThrow(GatewayMisuseError)
      await server?.stop()
    }
  })

  test.each([0n, -1n, 2n ** 53n])('an amount of %s is never sent', async amountMinor => {
    const gateway = await gatewayOn(() => undefined)
    await expect(gateway.charge({ ...request, amount: money(amountMinor, 'KRW') })).rejects.toThrow(GatewayMisuseError)
    await expect(gateway.refund({ ...refund, amount: money(amountMinor, 'KRW') })).rejects.toThrow(GatewayMisuseError)
    expect(server?.requests()).toBe(0)
  })
})

describe('what a refused refund means', () => {
  const refused = (message: string, more: object = {}) =>
    JSON.stringify({ error: { type: 'invalid_request_error', message, ...more } })

  test.each([
    ['Charge ch_1 has already been refunded.', { code: 'charge_already_refunded' }, 'already-refunded'],
    [
      'Refund amount ($5.00) is greater than unrefunded amount on charge ($0.00)',
      { param: 'amount' },
      'already-refunded',
    ],
    ['Refund amount (₩500) is greater than unrefunded amount on charge (₩0)', { param: 'amount' }, 'already-refunded'],
    [
      'Refund amount ($5.00) is greater than unrefunded amount on charge ($0.50)',
      { param: 'amount' },
      'more-than-left',
    ],
    ['Refund amount (₩500) is greater than unrefunded amount on charge (₩10)', { param: 'amount' }, 'more-than-left'],
    ['Charge ch_1 has been charged back.', { code: 'charge_disputed' }, 'not-refundable'],
    ['This PaymentIntent (pi_1) does not have a successful charge to refund.', {}, 'not-refundable'],
    ["No such payment_intent: 'pi_1'", { code: 'resource_missing', param: 'payment_intent' }, 'not-refundable'],
  ])('%s', async (message, more, reason) => {
    const gateway = await gatewayOn(answering('400 Bad', refused(message, more)))
    expect(await gateway.refund(refund)).toMatchObject({ outcome: 'declined', reason })
  })
})

describe('what is asked for', () => {
  test('a charge that names neither a payment nor a top-up, or hides an id in its reference, is never sent', async () => {
    const gateway = await gatewayOn(() => undefined)
    const { paymentId: _, ...nameless } = request
    await expect(gateway.charge(nameless)).rejects.toThrow(/must name the payment or the top-up/)
    for (const name of ['orderId', 'paymentId', 'topUpId', 'key']) {
      await expect(gateway.charge({ ...request, reference: { [name]: 'x' } })).rejects.toThrow(`cannot carry ${name}`)
    }
    expect(server?.requests()).toBe(0)
  })

  test('a charge that cannot be cancelled while it is worked on is retryable, not done', async () => {
    const state = JSON.stringify({ error: { type: 'invalid_request_error', code: 'payment_intent_unexpected_state' } })
    const intent = JSON.stringify({ id: 'pi_1', object: 'payment_intent', status: 'processing' })
    const gateway = await gatewayOn((socket, nth) =>
      nth === 1 ? answering('400 Bad', state)(socket) : answering('200 OK', intent)(socket),
    )
    expect(await gateway.cancelCharge(cancel)).toMatchObject({
      outcome: 'retryable',
      detail: expect.stringContaining('processing'),
    })
  })

  test('a charge that took money is found by Stripe’s list of charges, which never lags as its search does', async () => {
    const intent = { id: 'pi_1', status: 'succeeded', amount: 1000, currency: 'krw', metadata: { key: 'key-1' } }
    const charge = { id: 'ch_1', amount_refunded: 300, payment_intent: 'pi_1' }
    const answers: Readonly<Record<string, unknown>> = {
      charges: { object: 'list', data: [charge], has_more: false },
      pi_1: { ...intent, latest_charge: charge },
      search: { object: 'search_result', data: [], has_more: false },
    }
    const gateway = await gatewayOn((socket, _nth, head) => {
      const asked = /^GET \/v1\/(?:payment_intents\/)?(\w+)/.exec(head)?.[1] ?? ''
      answering('200 OK', JSON.stringify(answers[asked]))(socket)
    })
    expect(await gateway.findByKey('key-1')).toEqual({
      outcome: 'ok',
      found: true,
      chargeRef: 'pi_1',
      status: 'succeeded',
      amount: money(1000n, 'KRW'),
      refunded: money(300n, 'KRW'),
    })
  })

  test('a refund is not called missing while not all refunds of the charge were seen', async () => {
    const page = JSON.stringify({ object: 'list', data: [{ id: 're_1', metadata: { key: 'other' } }], has_more: true })
    const gateway = await gatewayOn(answering('200 OK', page))
    expect(await gateway.findRefundByKey(refund)).toMatchObject({ outcome: 'retryable' })
  })

  test('what others made on the same account is left out of the list, whatever its currency', async () => {
    const foreign = { id: 'pi_9', status: 'succeeded', amount: 1, currency: 'chf', created: 1, metadata: {} }
    const page = JSON.stringify({ object: 'list', data: [foreign], has_more: true })
    const gateway = await gatewayOn(answering('200 OK', page))
    expect(await gateway.listCharges({ since })).toEqual({ outcome: 'ok', charges: [], nextCursor: 'pi_9' })
  })
})

describe('the circuit', () => {
  test('opens after enough failures, and then sends nothing and answers at once', async () => {
    const gateway = await gatewayOn(answering('500 Oops', error('api_error')))
    const answers = []
    for (let n = 0; n < 20; n += 1) answers.push(await gateway.charge(request))
    expect(answers.at(-1)).toMatchObject({ outcome: 'retryable' })
    const sent = server?.requests() ?? 0
    expect(sent).toBeGreaterThanOrEqual(10)
    expect(sent).toBeLessThan(20)
    expect(await gateway.findByKey('key-1')).toMatchObject({ outcome: 'retryable' })
    expect(server?.requests()).toBe(sent)
  })

  test('stays closed where cards are declined, keys are under way, or our requests are wrong', async () => {
    for (const [status, type] of [
      ['402 No', 'card_error'],
      ['409 Conflict', 'idempotency_error'],
      ['400 Bad', 'invalid_request_error'],
    ] as const) {
      const gateway = await gatewayOn(answering(status, error(type)))
      for (let n = 0; n < 30; n += 1) await Promise.allSettled([gateway.charge(request)])
      expect(server?.requests()).toBe(30)
      await server?.stop()
    }
  })
})
