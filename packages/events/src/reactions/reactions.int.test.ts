import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { NonRetriableError } from 'inngest'
import { createServer } from 'inngest/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { standKeys } from '../../test/stand/keys.ts'
import { startStandEngine } from '../../test/stand/start-engine.ts'
import { createInngest } from '../client.ts'
import { discover } from '../discover.ts'
import { createOutboxSender } from '../outbox/outbox-sender.ts'
import { createTestDeps } from '../testing/test-deps.ts'
import { createReactionFunction, type Reaction, type ShopEvent } from './reaction.ts'
import { reactions } from './reactions.ts'

/** A reaction at the end of its attempts, without the hours until then. */
const givesUp: Reaction = {
  id: 'gives-up',
  listensTo: ['order/processed'],
  handle: () => Promise.reject(new NonRetriableError('nobody can handle this')),
}

type Stand = Awaited<ReturnType<typeof startStand>>
let stand: Stand
beforeAll(async () => {
  stand = await startStand()
}, 60_000)
afterAll(() => stand.stop())

/** The engine, and this process serving what a folder of two files makes: one reaction that works and one that never does. */
const startStand = async () => {
  const database = await createTestDatabase()
  const engine = await startStandEngine(database)
  const folder = await mkdtemp(join(tmpdir(), 'reactions-'))
  const write = async (id: string, handle: string) => {
    await mkdir(join(folder, id))
    const text = `export const reaction = { id: '${id}', listensTo: ['order/confirmed'], handle: async (deps, events) => { ${handle} } }`
    await writeFile(join(folder, id, `${id}.ts`), text)
  }
  await write('tells-here', 'for (const event of events) deps.told.push(event)')
  await write('always-fails', 'deps.failures.push(events.length); throw new Error("this reaction is broken")')
  const told: ShopEvent[] = []
  const failures: number[] = []
  const deps = { ...createTestDeps(database.db, process.env.TEST_REDIS_URL ?? ''), told, failures }
  const { logger } = deps
  const inngest = createInngest({
    baseUrl: engine.url,
    eventKey: standKeys.INNGEST_EVENT_KEY,
    signingKey: standKeys.INNGEST_SIGNING_KEY,
    logger,
  })
  const audit = reactions.filter(({ id }) => id === 'audit')
  const functions = [...(await discover<Reaction>(folder, 'reaction')), ...audit, givesUp].map(reaction =>
    createReactionFunction(inngest, deps, reaction),
  )
  const server = createServer({ client: inngest, functions })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const registered = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: 'PUT' })
  if (!registered.ok) throw new Error(await registered.text())
  const outbox = createOutboxSender({ db: database.db, inngest, redis: deps.redis, logger })
  outbox.start()
  return {
    db: database.db,
    told,
    failures,
    names: functions.map(fn => fn.id()),
    nudge: outbox.nudge,
    stop: async () => {
      await outbox.stop()
      server.closeAllConnections()
      server.close()
      await engine.kill('SIGTERM')
      deps.redis.disconnect()
      await rm(folder, { recursive: true })
      await database.drop()
    },
  }
}

test('one more reaction is one more file; one that fails leaves the others and the orders alone', async () => {
  expect(stand.names).toEqual(['always-fails', 'tells-here', 'audit', 'gives-up'])
  const orders: string[] = []
  for (let n = 0; n < 5; n += 1) orders.push((await confirmTestOrder(stand.db)).orderId)
  stand.nudge()
  await vi.waitFor(() => expect(stand.told.map(event => event.payload.orderId).sort()).toEqual(orders.sort()), {
    timeout: 20_000,
    interval: 50,
  })
  await vi.waitFor(() => expect(stand.failures.length).toBeGreaterThan(0), { timeout: 20_000 })
  const confirmed = await stand.db.order.count({
    where: { id: { in: orders }, status: 'CONFIRMED', needsAttention: false },
  })
  expect(confirmed).toBe(5)
  const outbox = await stand.db.outbox.findMany({ where: { name: 'order/confirmed' } })
  expect(stand.told.map(event => event.id).sort()).toEqual(outbox.map(event => event.id).sort())
  for (const event of stand.told) {
    expect(event.at).toEqual(outbox.find(({ id }) => id === event.id)?.createdAt)
    expect(event.correlationId).toMatch(/^cor_/)
  }
})

test('events come in batches, and a family of events comes whole', async () => {
  const { orderId } = await confirmTestOrder(stand.db)
  stand.nudge()
  const wanted = await stand.db.outbox.count({
    where: {
      payload: { path: ['orderId'], equals: orderId },
      OR: [{ name: { startsWith: 'order/' } }, { name: { startsWith: 'payment/' } }],
    },
  })
  await vi.waitFor(async () => expect(await stand.db.auditEntry.count({ where: { orderId } })).toBe(wanted), {
    timeout: 20_000,
    interval: 50,
  })
  expect(Math.max(...stand.failures)).toBeGreaterThan(1)
})

test('a batch that could not be handled in all its attempts is in front of a person, and marks no order', async () => {
  await confirmTestOrder(stand.db)
  stand.nudge()
  const find = () => stand.db.incident.findFirst({ where: { sagaId: { startsWith: 'gives-up:evt_' } } })
  await vi.waitFor(async () => expect(await find()).not.toBeNull(), { timeout: 20_000, interval: 50 })
  expect(await find()).toMatchObject({
    orderId: null,
    kind: 'event-failed',
    detail: expect.stringMatching(/^run \S+ of gives-up failed, and can be run again: .*nobody can handle this/),
  })
})
