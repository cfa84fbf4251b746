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
const refund = { key: 'refund-1', chargeRef: 'ch_1', amount: money(1000n, 'KRW') }

const gatewayOn = async (onRequest: (socket: Socket, nth: number) => void) => {
  server = await startRawServer(onRequest)
  return createStripePaymentGateway({ apiUrl: server.url, secretKey: 'sk_test_raw', timeoutMs: 300 })
}
const answering = (status: string, body: string) => (socket: Socket) =>
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
const error = (type: string, code = 'x') => JSON.stringify({ error: { type, code, message: 'so it says' } })

describe('what a failed call means', () => {
  test('a refused connection is retryable: nothing was sent', async () => {
    const gateway = await gatewayOn(() => undefined)
    await server?.stop()
    expect(await gateway.charge(request)).toMatchObject({ outcome: 'retryable' })
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
    expect(server?.requests()).toBe(2)
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

  test('500 and 503 are unknown for a charge and a refund, and retryable for a question', async () => {
    for (const status of ['500 Oops', '503 Busy']) {
      const gateway = await gatewayOn(answering(status, error('api_error')))
      expect(await gateway.charge(request)).toMatchObject({ outcome: 'unknown' })
      expect(await gateway.refund(refund)).toMatchObject({ outcome: 'unknown' })
      expect(await gateway.findByKey('key-1')).toMatchObject({ outcome: 'retryable' })
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
