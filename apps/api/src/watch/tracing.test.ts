import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { traceIdOf } from '@makegood/db/saga/trace-id-of'
import { withSpan } from '@makegood/events/trace/with-span'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { startTracing } from './start-tracing.ts'
import { traceRequests } from './trace-requests.ts'

const collect = async () => {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += String(chunk)
    })
    request.on('end', () => {
      bodies.push(`${request.url} ${body}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => {
    server.close()
  })
  return { bodies, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('without an address no traces are made, and what is done is done all the same', async () => {
  expect(startTracing({ endpoint: undefined, ratio: 1 })).toBeNull()
  expect(await withSpan('step', 'cor_1', {}, async () => 7)).toBe(7)
  await expect(withSpan('step', 'cor_1', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('a request and the saga steps that follow it are one trace, found by the correlation id, failures marked', async () => {
  const { bodies, endpoint } = await collect()
  const tracing = startTracing({ endpoint, ratio: 1 })
  if (!tracing) throw new Error('tracing did not start')
  onTestFinished(() => tracing.stop())
  const app = Fastify({ genReqId: () => 'cor_of_the_test' })
  traceRequests(app)
  app.post('/trpc/order.place', async () => ({}))
  await app.inject({ method: 'POST', url: '/trpc/order.place?input=secret' })
  const attributes = { 'saga.name': 'pay-order', 'saga.step': 'charge-card' }
  await withSpan('pay-order: charge-card', 'cor_of_the_test', attributes, async () => undefined)
  await withSpan('failing', 'cor_of_the_test', {}, () => Promise.reject(new Error('declined'))).catch(() => undefined)
  await tracing.flush()
  const sent = bodies.join('\n')
  expect(sent).toMatch(/^\/v1\/traces /)
  expect(sent).not.toContain('secret')
  for (const words of ['cor_of_the_test', 'charge-card', 'POST /trpc/order.place', 'declined', 'makegood-api'])
    expect(sent).toContain(words)
  const traceIds = new Set(Array.from(sent.matchAll(/"traceId":"(\w+)"/g), match => match[1]))
  expect([...traceIds]).toEqual([traceIdOf('cor_of_the_test')])
})
