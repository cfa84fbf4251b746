import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cookieOf } from '../testing/cookie-of.ts'
import { signInOperator } from '../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { exportOrdersRoute } from './export-orders-route.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const take = async (search: string, role: Parameters<typeof signInOperator>[1] = 'finance') => {
  const operator = await signInOperator(api, role)
  const answer = await fetch(`${api.url}/console/orders.csv?${search}`, { headers: { cookie: cookieOf(operator) } })
  return { answer, operator, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

test('the file of orders is for whoever may take it out, and for nobody else', async () => {
  expect((await fetch(`${api.url}/console/orders.csv`)).status).toBe(401)
  expect((await take('', 'support')).answer.status).toBe(403)
  expect(await api.db.auditEntry.count({ where: { action: 'order.export' } })).toBe(0)
})

test('a row for each thing bought, in the asker’s words and zone, amounts plain, no formula, and who took how much is written down', async () => {
  const { orderId } = await bringTestOrder(api.db, 'PAID')
  const [line] = await api.db.orderLine.findMany({ where: { orderId } })
  const other = await bringTestOrder(api.db, 'STOCK_RESERVED')
  const [second] = await api.db.orderLine.findMany({ where: { orderId: other.orderId } })
  if (!line || !second) throw new Error('orders without lines')
  await api.db.orderLine.create({
    data: { ...line, variantId: second.variantId, position: 2, nameEn: '=1+1', nameKo: '둘째' },
  })
  const { number } = await api.db.order.update({
    where: { id: orderId },
    data: { placedAt: new Date('2026-11-27T05:58:30Z'), recipient: '@SUM(A1)', phone: '+82 10' },
  })
  const { answer, bytes, operator } = await take(`q=${number}&language=en&zone=America/New_York`)
  expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="orders-\d{4}-\d\d-\d\d\.csv"/)
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [heading, ...rows] = textOf(bytes).slice(1).trimEnd().split('\r\n')
  expect(heading).toContain('Number,Placed,Status,Payment')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(new RegExp(`^${number},2026-11-27 00:58:30 -05:00,[^,]+,Paid,`))
  expect(rows[0]).toContain(",28000,0,28000,'@SUM(A1),")
  expect(rows[0]).toMatch(/,'\+82 10,[^,]+,28000,KRW$/)
  expect(rows[1]).toContain(",'=1+1,")
  expect(rows[1], 'an order’s total is there once').toMatch(/,,KRW$/)

  const korean = textOf((await take(`q=${number}&zone=Nowhere/Else`)).bytes)
  expect(korean).toContain('번호,주문한 때,상태,결제')
  expect(korean).toContain('2026-11-27 14:58:30 +09:00')
  expect(korean).toContain('결제됨')
  expect(korean).toContain('둘째')

  const entries = await api.db.auditEntry.findMany({
    where: { action: 'order.export', actorId: operator.userId },
    orderBy: { at: 'asc' },
  })
  expect(entries.map(({ details }) => details)).toMatchObject([
    { file: 'begun', wanted: { q: String(number) } },
    { file: 'ended', ended: 'whole', orders: 1, rows: 2 },
  ])
})

test('the filters of the address hold in the file', async () => {
  const paid = await bringTestOrder(api.db, 'PAID')
  const { number } = await api.db.order.findUniqueOrThrow({ where: { id: paid.orderId } })
  expect(textOf((await take('status=PAID')).bytes)).toContain(`\r\n${number},`)
  expect(textOf((await take('status=CANCELLED')).bytes)).not.toContain(`\r\n${number},`)
})

test('a file that reached its bound says so in its last line, and so does the entry', async () => {
  for (let nr = 0; nr < 3; nr += 1) await bringTestOrder(api.db, 'PENDING')
  const app = Fastify()
  await app.register(exportOrdersRoute(api.api, { ordersMax: 2, atOnce: 1 }))
  const operator = await signInOperator(api, 'operations')
  const { body } = await app.inject({
    url: '/orders.csv?status=PENDING&language=en',
    headers: { cookie: cookieOf(operator) },
  })
  await app.close()
  const lines = body.trimEnd().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines.at(-1)).toContain('it holds 2 orders at most')
  const details = { path: ['file'], equals: 'ended' }
  const [ended] = await api.db.auditEntry.findMany({ where: { actorId: operator.userId, details } })
  expect(ended?.details).toMatchObject({ ended: 'cut', orders: 2 })
})

test('nothing more is read for a browser that has cancelled, and the entry says how far it came', async () => {
  for (let nr = 0; nr < 5; nr += 1) await bringTestOrder(api.db, 'PENDING')
  let reads = 0
  const cancelled = Promise.withResolvers<void>()
  const db = new Proxy(api.db, {
    get: (target, name) => {
      if (name !== '$queryRaw') return Reflect.get(target, name)
      return async (...asked: Parameters<typeof target.$queryRaw>) => {
        reads += 1
        if (reads > 4) await cancelled.promise
        return await target.$queryRaw(...asked)
      }
    },
  })
  const app = Fastify()
  await app.register(exportOrdersRoute({ ...api.api, db }, { ordersMax: 100, atOnce: 1 }))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const operator = await signInOperator(api, 'admin')
  const stop = new AbortController()
  const answer = await fetch(`${url}/orders.csv`, { headers: { cookie: cookieOf(operator) }, signal: stop.signal })
  await answer.body?.getReader().read()
  await vi.waitFor(() => expect(reads).toBeGreaterThan(4))
  stop.abort()
  await vi.waitFor(async () =>
    expect(
      await new Promise<number>((resolve, reject) => {
        app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
      }),
    ).toBe(0),
  )
  cancelled.resolve()
  const details = { path: ['ended'], equals: 'stopped' }
  await vi.waitFor(async () =>
    expect(await api.db.auditEntry.count({ where: { actorId: operator.userId, details } })).toBe(1),
  )
  expect(reads).toBeLessThanOrEqual(6)
  await app.close()
})
