import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { askEngine } from './ask-engine.ts'

const signingKey = 'signkey-prod-00'
const serve = async (answers: Readonly<Record<string, readonly [number, string]>>) => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ''] ?? [404, '']
    asked.push(request.headers.authorization)
    response.writeHead(status).end(body)
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => {
    server.close()
  })
  return { asked, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('an engine that nobody runs, or that says it is unwell, is away, and what it would say is unknown', async () => {
  expect(await askEngine({ baseUrl: 'http://127.0.0.1:9', signingKey })).toMatchObject({ reachable: false, due: null })
  const { baseUrl } = await serve({ '/health': [503, ''] })
  expect(await askEngine({ baseUrl, signingKey })).toMatchObject({
    reachable: false,
    trouble: '/health answers 503',
  })
})

test('another Inngest server is there, and how much waits in it is not guessed', async () => {
  const { baseUrl } = await serve({ '/health': [200, '{}'] })
  expect(await askEngine({ baseUrl, signingKey })).toEqual({
    reachable: true,
    due: null,
    oldestDueSeconds: null,
    runsUnderWay: null,
    trouble: null,
  })
})

test('what is due counts in memory and in Postgres, asked with the key of its own where there is one', async () => {
  const text =
    'makegood_engine_queue_ready 3\nmakegood_engine_queue_due 4\nmakegood_engine_queue_oldest_due_lag_seconds 1.5\n'
  const { baseUrl, asked } = await serve({ '/health': [200, ''], '/metrics': [200, text] })
  const told = await askEngine({ baseUrl, signingKey, metricsKey: 'its-own-key' })
  expect(told).toMatchObject({ reachable: true, due: 7, oldestDueSeconds: 1.5, runsUnderWay: null })
  expect(new Set(asked)).toEqual(new Set(['Bearer its-own-key']))
})
