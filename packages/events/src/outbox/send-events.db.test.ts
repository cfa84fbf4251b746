import { newId } from '@makegood/core/ids'
import { appendEvents } from '@makegood/db/outbox/append-events'
import { claimEvents } from '@makegood/db/outbox/claim-events'
import { newEvent } from '@makegood/db/outbox/new-event'
import { giveEventsBack } from '@makegood/db/outbox/settle-events'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import type { Inngest } from 'inngest'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idsOf, sendEvents } from './send-events.ts'

let database: TestDatabase
let requests: (readonly string[])[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  requests = []
  await database.db.outbox.deleteMany()
})
afterAll(() => database.drop())

type Answer = (ids: readonly string[]) => Promise<unknown>
const depsOf = (answer: Answer, sendMaxMs?: number) => ({
  db: database.db,
  logger: pino({ level: 'silent' }),
  inngest: {
    send: (events: readonly { id: string }[]) => {
      const ids = events.map(event => event.id)
      requests.push(ids)
      return answer(ids)
    },
  } as unknown as Pick<Inngest, 'send'>,
  ...(sendMaxMs === undefined ? {} : { sendMaxMs }),
})
const refusing =
  (badId: string | undefined): Answer =>
  async ids => {
    if (ids.some(id => id === badId)) throw new Error('Inngest API Error: 400 Cannot process event payload')
  }

const append = async (count: number): Promise<string> => {
  const { orderId } = await placeTestOrder(database.db)
  await database.db.outbox.deleteMany()
  const events = Array.from({ length: count }, (_, index) => ({
    ...newEvent('order/completed', { orderId }),
    id: newId('event', new Date(Date.now() + index)),
  }))
  await appendEvents(database.db, 'cor_test', events)
  return orderId
}
const rowOf = (id: string) => database.db.outbox.findUniqueOrThrow({ where: { id } })
const unsent = async () => (await database.db.outbox.findMany({ where: { sentAt: null } })).map(event => event.id)
const endWait = (id: string) => database.db.outbox.update({ where: { id }, data: { claimedUntil: new Date(0) } })

test('one event that the engine refuses holds no other up, waits longer each time, and is in front of a person after five refusals', async () => {
  const orderId = await append(60)
  const events = await claimEvents(database.db, 200, 15)
  const bad = events[17]?.id ?? ''
  await sendEvents(depsOf(refusing(bad)), events)
  expect(await unsent()).toEqual([bad])
  expect(await claimEvents(database.db, 200, 15)).toEqual([])

  const waits: number[] = []
  for (let attempt = 2; attempt <= 5; attempt += 1) {
    expect(await database.db.incident.count({ where: { sagaId: `outbox:${bad}` } })).toBe(0)
    await endWait(bad)
    requests = []
    await sendEvents(depsOf(refusing(bad)), await claimEvents(database.db, 200, 15))
    expect(requests).toEqual([[bad]])
    waits.push(((await rowOf(bad)).claimedUntil?.getTime() ?? 0) - Date.now())
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBeGreaterThan(2_000)
  expect(waits.at(-1)).toBeGreaterThan(20_000)
  const incidentOf = () => database.db.incident.findFirstOrThrow({ where: { sagaId: `outbox:${bad}` } })
  expect(await incidentOf()).toMatchObject({ kind: 'event-failed', orderId, resolvedAt: null })
  expect(await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ needsAttention: true })

  await endWait(bad)
  await sendEvents(
    depsOf(async () => undefined),
    await claimEvents(database.db, 200, 15),
  )
  expect(await unsent()).toEqual([])
  expect(await incidentOf()).toMatchObject({ resolution: 'went-on' })
  expect(await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ needsAttention: false })
})

test('an event that was refused before never spoils the request of the others again', async () => {
  await append(4)
  const [bad, ...fresh] = idsOf(await claimEvents(database.db, 200, 15))
  await database.db.outbox.update({ where: { id: bad ?? '' }, data: { lastError: 'refused: 400' } })
  await database.db.outbox.updateMany({ data: { claimedUntil: null } })
  await sendEvents(depsOf(refusing(bad)), await claimEvents(database.db, 200, 15))
  expect(requests).toEqual([fresh, [bad]])
  expect(await unsent()).toEqual([bad])
})

test('an engine that is away or answers with its own trouble is no refusal: one request, nothing marked, all to be sent again', async () => {
  for (const error of [
    'fetch failed',
    'Inngest API Error: 500 Internal server error',
    'Inngest API Error: 401 Event key Not Found',
  ]) {
    requests = []
    await append(5)
    const events = await claimEvents(database.db, 200, 15)
    await expect(
      sendEvents(
        depsOf(() => Promise.reject(new Error(error))),
        events,
      ),
    ).rejects.toThrow(error)
    expect(requests).toHaveLength(1)
    await giveEventsBack(database.db, idsOf(events), error)
    expect(await claimEvents(database.db, 200, 15)).toMatchObject(events.map(({ id }) => ({ id, refused: false })))
  }
})

test('an engine that never answers is given up in time', async () => {
  await append(2)
  const events = await claimEvents(database.db, 200, 15)
  await expect(
    sendEvents(
      depsOf(() => new Promise(() => undefined), 50),
      events,
    ),
  ).rejects.toThrow('took no events')
  expect(await unsent()).toHaveLength(2)
})
