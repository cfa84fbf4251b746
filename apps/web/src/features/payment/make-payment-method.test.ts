import { createServer } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { fieldOf, makePaymentMethod } from './make-payment-method'

afterEach(() => {
  vi.unstubAllGlobals()
})

const card = { number: '4242 4242 4242 4242', exp: '12 / 34', cvc: '123' }

/** A gateway that answers one way and remembers what it was asked. */
const openGateway = async (status: number, answer: string) => {
  const asked: { body: string; key: string | undefined }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({ body, key: request.headers.authorization })
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    gateway: { gatewayUrl: `http://127.0.0.1:${port}`, publishableKey: 'pk_test_1' },
    asked,
    [Symbol.asyncDispose]: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

test('the card goes to the gateway as its form asks, with the publishable key', async () => {
  await using open = await openGateway(200, '{"id":"pm_1"}')
  expect(await makePaymentMethod(open.gateway, card)).toEqual({ outcome: 'ok', paymentMethod: 'pm_1' })
  expect(open.asked[0]?.key).toBe('Bearer pk_test_1')
  expect(Object.fromEntries(new URLSearchParams(open.asked[0]?.body))).toEqual({
    type: 'card',
    'card[number]': '4242424242424242',
    'card[exp_month]': '12',
    'card[exp_year]': '34',
    'card[cvc]': '123',
  })
})

test('a refusal names the field it is about', async () => {
  const answer = JSON.stringify({ error: { type: 'card_error', code: 'invalid_expiry_year', param: 'exp_year' } })
  await using open = await openGateway(402, answer)
  expect(await makePaymentMethod(open.gateway, card)).toEqual({ outcome: 'refused', field: 'exp', words: 'wrong' })
})

test.each([
  [500, '{"error":{"type":"api_error"}}'],
  [200, 'not json'],
])('an answer %i %s is no answer, never a refusal', async (status, answer) => {
  await using open = await openGateway(status, answer)
  expect(await makePaymentMethod(open.gateway, card)).toEqual({ outcome: 'no-answer' })
})

test('the gateway may name a field in either of its ways', () => {
  expect(fieldOf('number')).toBe('number')
  expect(fieldOf('card[exp_month]')).toBe('exp')
  expect(fieldOf('amount')).toBeNull()
})

test('a gateway that cannot be reached while the own line is off is told as that line, and as the gateway otherwise', async () => {
  const open = await openGateway(200, '{}')
  await open[Symbol.asyncDispose]()
  vi.stubGlobal('navigator', { onLine: false })
  expect(await makePaymentMethod(open.gateway, card)).toEqual({ outcome: 'offline' })
  vi.stubGlobal('navigator', { onLine: true })
  expect(await makePaymentMethod(open.gateway, card)).toEqual({ outcome: 'no-answer' })
})
