import { request as rawRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/start-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

type Raw = {
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Sends what no browser would: nothing is encoded or completed on the way. */
const send = ({ path, method = 'GET', headers = {}, body }: Raw) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = new URL(api.url)
    const call = rawRequest({ host: '127.0.0.1', port, path, method, headers, setHost: false }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    call.on('error', reject)
    call.end(body)
  })

const list = `/trpc/store.catalogue.list?input=${encodeURIComponent('{"locale":"ko"}')}`
const host = 'shop.test'

test.each<[string, Raw, number]>([
  ['a broken escape in the path', { path: '/trpc/%E0%A4%A', headers: { host } }, 400],
  ['a doubly escaped broken path', { path: '/trpc/%25E0%25A4%25A', headers: { host } }, 404],
  ['a path that climbs', { path: '/trpc/../../etc/passwd', headers: { host } }, 404],
  ['a path of a prototype', { path: '/trpc/store.__proto__.list', headers: { host } }, 404],
  ['a path of a constructor', { path: '/trpc/constructor', headers: { host } }, 404],
  ['an absolute URL', { path: 'http://evil.example/trpc/store.catalogue.list', headers: { host } }, 400],
  ['no path to speak of', { path: '//', headers: { host } }, 404],
  ['a host that is none', { path: list, headers: { host: 'a b:99999999' } }, 400],
  [
    'a broken session cookie',
    { path: '/trpc/store.account.me', headers: { host, cookie: 'better-auth.session_token=%E0%A4%A' } },
    200,
  ],
  [
    'a forged session cookie',
    { path: '/trpc/store.account.me', headers: { host, cookie: 'better-auth.session_token=abc.def' } },
    200,
  ],
  ['a thousand cookies', { path: '/trpc/store.account.me', headers: { host, cookie: 'a=b; '.repeat(5000) } }, 200],
  ['a streamed batch', { path: `${list}&batch=1`, headers: { host, 'trpc-accept': 'application/jsonl' } }, 400],
  ['TRACE', { path: list, method: 'TRACE', headers: { host } }, 404],
  [
    'OPTIONS from a foreign page',
    { path: list, method: 'OPTIONS', headers: { host, origin: 'https://evil.example' } },
    404,
  ],
])('%s is answered in order', async (_name, raw, status) => {
  const answer = await send(raw)
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.anything()])
  expect(answer.text).not.toMatch(/%E0|passwd|evil\.example|node_modules|\n {4}at /)
})

test('an escape in a cookie or a long user agent cannot break a sign-up', async () => {
  const answer = await send({
    path: '/auth/sign-up/email',
    method: 'POST',
    headers: {
      host,
      origin: 'http://shop.test',
      cookie: 'mg_visitor=%00; better-auth.session_token=%E0%A4%A',
      'user-agent': 'x'.repeat(30_000),
      'content-type': 'application/json',
      'x-forwarded-for': '10.9.8.7',
    },
    body: JSON.stringify({ name: 'Mina', email: 'agent@example.com', password: 'a long password' }),
  })
  expect(answer.status).toBe(200)
  const session = await api.db.session.findFirst({ where: { user: { email: 'agent@example.com' } } })
  expect(session?.userAgent?.length).toBeLessThan(500)
})

test('after all this nothing was an error of the shop', () => {
  expect(api.logged()).not.toContain('"level":50')
})
