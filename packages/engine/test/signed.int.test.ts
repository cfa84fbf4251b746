import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSigningKey } from '../src/signing/sign.ts'
import { startEngine } from '../src/start-engine.ts'
import { closeServer, createClient, eventKey, listen, signingKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  app = await startApp(client, [
    client.createFunction({ id: 'plain', triggers: [{ event: 'test/plain' }] }, async ({ step }) =>
      step.run('one', () => ({ z: 1, a: ['é', 1e21, 0.1, -0, '\u2028', { '10': 1, '9': 2 }] })),
    ),
  ])
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const status = async (path: string, init: RequestInit = {}) => (await fetch(`${engine.url}${path}`, init)).status
const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } })

test('the SDK accepts the engine’s signatures, and the engine the SDK’s, for any JSON', async () => {
  const [id] = (await app.client.send({ name: 'test/plain', data: { b: [1.5, 'ü'], a: null, '': { y: 1, x: 2 } } })).ids
  expect(await engine.ended(id)).toMatchObject({ status: 'Completed', output: { z: 1 } })
})

test('events need an event key', async () => {
  const event = { method: 'POST', body: '{"name":"test/plain"}' }
  expect(await status('/e/wrong', event)).toBe(401)
  expect(await status(`/e/${eventKey}x`, event)).toBe(401)
  expect(await status(`/e/${eventKey}`, event)).toBe(200)
})

test('every other call needs the signing key, hashed or as it is', async () => {
  expect(await status('/v1/runs', bearer(signingKey))).toBe(200)
  expect(await status('/v1/runs', bearer(hashSigningKey(signingKey)))).toBe(200)
  const wrongs = [
    {},
    bearer(''),
    bearer('undefined'),
    bearer(`${signingKey}0`),
    { headers: { authorization: signingKey } },
  ]
  for (const wrong of wrongs) {
    expect(await status('/v1/runs', wrong)).toBe(401)
    expect(await status('/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', wrong)).toBe(401)
    expect(await status('/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', { method: 'DELETE', ...wrong })).toBe(401)
    expect(await status('/v1/events/01ARZ3NDEKTSV4RRFFQ69G5FAV/runs', wrong)).toBe(401)
    expect(await status('/fn/register', { method: 'POST', body: '{}', ...wrong })).toBe(401)
    expect(
      await status('/v1/checkpoint/01ARZ3NDEKTSV4RRFFQ69G5FAV/async', { method: 'POST', body: '{}', ...wrong }),
    ).toBe(401)
  }
})

test('a reply that is not signed with the key is not believed', async () => {
  const forger = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-inngest-sdk': 'js:v4.24.0' }).end('"forged"')
  })
  await listen(forger, 0)
  const { port } = forger.address() as AddressInfo
  const registered = await fetch(`${engine.url}/fn/register`, {
    method: 'POST',
    ...bearer(hashSigningKey(signingKey)),
    body: JSON.stringify({
      url: `http://127.0.0.1:${port}/api/inngest`,
      appName: 'forger',
      sdk: 'js:v4.24.0',
      functions: [
        {
          id: 'forger-lonely',
          triggers: [{ event: 'test/lonely' }],
          steps: {
            step: { runtime: { type: 'http', url: `http://127.0.0.1:${port}/api/inngest` }, retries: { attempts: 0 } },
          },
        },
      ],
    }),
  })
  expect(registered.status).toBe(200)
  const [id] = (await app.client.send({ name: 'test/lonely', data: {} })).ids
  const run = await engine.ended(id)
  expect(run.status).toBe('Failed')
  expect(JSON.stringify(run.output)).toContain('is not signed with this engine')
  await closeServer(forger)
})

test('without keys the engine refuses to listen beyond this machine, and one key alone is refused', async () => {
  const databaseUrl = engine.database.url
  await expect(startEngine({ databaseUrl, host: '0.0.0.0' })).rejects.toThrow(
    'listens on loopback only, not on 0.0.0.0',
  )
  await expect(startEngine({ databaseUrl, eventKeys: ['k'] })).rejects.toThrow('without a signing key')
  await expect(startEngine({ databaseUrl, signingKey })).rejects.toThrow('without an event key')
})
