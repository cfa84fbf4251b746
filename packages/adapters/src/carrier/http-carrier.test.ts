import type { Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { startRawServer } from '../../test/start-raw-server.ts'
import { parcel } from './carrier-contract.ts'
import { CarrierMisuseError } from './carrier-misuse-error.ts'
import { createHttpCarrier } from './http-carrier.ts'

let server: Awaited<ReturnType<typeof startRawServer>> | undefined
afterEach(async () => await server?.stop())

const request = { key: 'key-1', orderId: 'ord_1', parcel, items: 1 }
const cancellation = { key: 'cancel-1', shipmentRef: 'shp_1' }

const carrierOn = async (onRequest: (socket: Socket, nth: number) => void) => {
  server = await startRawServer(onRequest)
  return createHttpCarrier({ apiUrl: `${server.url}/carrier/`, apiKey: 'carrier_raw', timeoutMs: 300 })
}
const answering =
  (status: string, body: string, headers = '') =>
  (socket: Socket) =>
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers}content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    )
const error = (code: string) => JSON.stringify({ error: { code, message: 'so it says' } })

describe('what a failed call means', () => {
  test('a refused connection is retryable: nothing was sent', async () => {
    const carrier = await carrierOn(() => undefined)
    await server?.stop()
    expect(await carrier.register(request)).toMatchObject({ outcome: 'retryable' })
    expect(await carrier.cancel(cancellation)).toMatchObject({ outcome: 'retryable' })
  })

  test('a host without an address is retryable', async () => {
    const carrier = createHttpCarrier({ apiUrl: 'http://nowhere.invalid:4400', apiKey: 'carrier_raw', timeoutMs: 3000 })
    expect(await carrier.register(request)).toMatchObject({ outcome: 'retryable' })
  })

  test('a connection cut after sending is unknown, and is not sent again behind our back', async () => {
    const carrier = await carrierOn(socket => socket.resetAndDestroy())
    expect(await carrier.register(request)).toMatchObject({ outcome: 'unknown' })
    expect(await carrier.cancel(cancellation)).toMatchObject({ outcome: 'unknown' })
    expect(await carrier.findByKey('key-1')).toMatchObject({ outcome: 'retryable' })
    expect(server?.requests()).toBe(3)
  })

  test('silence is unknown after the timeout', async () => {
    const carrier = await carrierOn(() => undefined)
    const started = performance.now()
    expect(await carrier.register(request)).toMatchObject({
      outcome: 'unknown',
      detail: 'the carrier did not answer in time',
    })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('an answer that trickles without end is unknown after the same timeout', async () => {
    const carrier = await carrierOn(socket => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{')
      const drip = setInterval(() => socket.write(' '), 50)
      socket.once('close', () => clearInterval(drip))
    })
    const started = performance.now()
    expect(await carrier.register(request)).toMatchObject({ outcome: 'unknown' })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test.each([
    ['cut in the middle', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"id"')],
    ['no JSON', answering('200 OK', '<html>hello</html>')],
    ['something else', answering('200 OK', '{"weather":"fine"}')],
    ['longer than a megabyte', answering('200 OK', `"${'x'.repeat(1_100_000)}"`)],
    ['a page of a proxy', answering('502 Bad Gateway', '<html>bad gateway</html>')],
  ])('an answer that is %s is unknown for an act and retryable for a question', async (_name, answer) => {
    const carrier = await carrierOn(answer)
    expect(await carrier.register(request)).toMatchObject({ outcome: 'unknown' })
    expect(await carrier.cancel(cancellation)).toMatchObject({ outcome: 'unknown' })
    expect(await carrier.findByKey('key-1')).toMatchObject({ outcome: 'retryable' })
    expect(await carrier.track('shp_1')).toMatchObject({ outcome: 'retryable' })
  })

  test('500 and 503 are unknown, even where they carry a code of refusal', async () => {
    for (const status of ['500 Oops', '503 Busy']) {
      const carrier = await carrierOn(answering(status, error('ADDRESS_NOT_SERVED')))
      expect(await carrier.register(request)).toMatchObject({ outcome: 'unknown' })
      await server?.stop()
    }
  })

  test('429, and 409 for a key that is under way, are retryable', async () => {
    for (const [status, code] of [
      ['429 Slow down', 'TOO_MANY'],
      ['409 Conflict', 'IDEMPOTENCY_KEY_IN_USE'],
    ] as const) {
      const carrier = await carrierOn(answering(status, error(code)))
      expect(await carrier.register(request)).toMatchObject({ outcome: 'retryable' })
      await server?.stop()
    }
  })

  test('a request of ours that is wrong is thrown, with what the carrier said, and so is a redirect', async () => {
    for (const [status, code] of [
      ['400 Bad', 'INVALID_REQUEST'],
      ['401 No', 'UNAUTHORIZED'],
      ['422 Reused', 'IDEMPOTENCY_KEY_REUSED'],
      ['409 Conflict', 'constructor'],
    ] as const) {
      const carrier = await carrierOn(answering(status, error(code)))
      await expect(carrier.register(request)).rejects.toThrow(CarrierMisuseError)
      await expect(carrier.cancel(cancellation)).rejects.toThrow(/so it says/)
      await expect(carrier.findByKey('key-1')).rejects.toThrow(CarrierMisuseError)
      await server?.stop()
    }
    const moved = await carrierOn(answering('302 Found', '', 'location: http://127.0.0.1:9/elsewhere\r\n'))
    await expect(moved.register(request)).rejects.toThrow(/302/)
    expect(server?.requests()).toBe(1)
  })

  test('a key that no header can carry is thrown, and nothing is sent', async () => {
    const carrier = await carrierOn(() => undefined)
    await expect(carrier.register({ ...request, key: 'two\nlines' })).rejects.toThrow(TypeError)
    expect(server?.requests()).toBe(0)
  })
})

describe('the circuit', () => {
  test('opens after enough failures, and then sends nothing and answers at once', async () => {
    const carrier = await carrierOn(answering('500 Oops', error('CARRIER_FAILED')))
    const answers = []
    for (let n = 0; n < 20; n += 1) answers.push(await carrier.register(request))
    expect(answers.at(-1)).toMatchObject({
      outcome: 'retryable',
      detail: expect.stringContaining('the carrier has been'),
    })
    const sent = server?.requests() ?? 0
    expect(sent).toBeGreaterThanOrEqual(10)
    expect(sent).toBeLessThan(20)
    expect(await carrier.findByKey('key-1')).toMatchObject({ outcome: 'retryable' })
    expect(server?.requests()).toBe(sent)
  })

  test('stays closed where parcels are declined, keys are under way, or our requests are wrong', async () => {
    for (const [status, code] of [
      ['422 No', 'ADDRESS_NOT_SERVED'],
      ['409 Conflict', 'IDEMPOTENCY_KEY_IN_USE'],
      ['400 Bad', 'INVALID_REQUEST'],
    ] as const) {
      const carrier = await carrierOn(answering(status, error(code)))
      for (let n = 0; n < 30; n += 1) await Promise.allSettled([carrier.register(request)])
      expect(server?.requests()).toBe(30)
      await server?.stop()
    }
  })
})
