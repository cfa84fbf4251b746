import type { MailAnswer } from '@makegood/core/ports/mailer'
import { claimNotifications } from '@makegood/db/notification/claim-notifications'
import { settleNotifications } from '@makegood/db/notification/settle-notifications'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readShopEvents } from '../../test/read-shop-events.ts'
import type { Deps } from '../saga/deps.ts'
import { createTestDeps } from '../testing/test-deps.ts'
import { attemptsMax, sendNotifications } from './send-notifications.ts'
import { writeNotifications } from './write-notifications.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let deps: Deps
let answer: () => Promise<MailAnswer>
let keys: string[] = []
let underWay = 0
let most = 0

beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', {
    mailer: {
      send: async ({ key }) => {
        keys.push(key)
        underWay += 1
        most = Math.max(most, underWay)
        try {
          return await answer()
        } finally {
          underWay -= 1
        }
      },
    },
  })
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})
beforeEach(async () => {
  await database.db.notification.deleteMany()
  keys = []
  most = 0
  answer = async () => ({ outcome: 'ok', ref: '<1@shop>' })
})

const writeMails = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const { orderId } = await confirmTestOrder(database.db)
    await writeNotifications(deps, await readShopEvents(database.db, orderId, ['order/confirmed']))
  }
}
const rows = () => database.db.notification.findMany({ orderBy: { id: 'asc' } })
const timePasses = () => database.db.$executeRaw`update notification set next_attempt_at = now() - interval '1 second'`

test('a message is tried with growing waits, always under the same key, and is FAILED at last', async () => {
  await writeMails(1)
  answer = async () => ({ outcome: 'unknown', detail: 'silence' })
  const waits: number[] = []
  for (let attempt = 1; attempt < attemptsMax; attempt += 1) {
    expect(await sendNotifications(deps)).toMatchObject({ PENDING: 1 })
    const [row] = await rows()
    waits.push(Math.round(((row?.nextAttemptAt.getTime() ?? 0) - Date.now()) / 1000))
    expect(await sendNotifications(deps)).toMatchObject({ PENDING: 0, SENT: 0 })
    await timePasses()
  }
  expect(waits.slice(0, 8)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600])
  expect(Math.max(...waits)).toBe(3600)
  expect(await sendNotifications(deps)).toMatchObject({ FAILED: 1 })
  expect(await rows()).toMatchObject([{ status: 'FAILED', attempts: attemptsMax, lastError: 'unknown: silence' }])
  expect(keys).toHaveLength(attemptsMax)
  expect(new Set(keys).size).toBe(1)
  await timePasses()
  expect(await sendNotifications(deps)).toMatchObject({ FAILED: 0 })
})

test('a defect of ours in one message keeps none of the others from being sent, and is kept with it', async () => {
  await writeMails(3)
  const [first] = await rows()
  await database.db.notification.update({ where: { id: first?.id ?? '' }, data: { data: { broken: true } } })
  expect(await sendNotifications(deps)).toMatchObject({ SENT: 2, PENDING: 1 })
  expect((await rows())[0]).toMatchObject({
    status: 'PENDING',
    attempts: 1,
    lastError: expect.stringContaining('name'),
  })
})

test('many senders at once send each message once', async () => {
  await writeMails(30)
  await Promise.all([1, 2, 3, 4].map(() => sendNotifications(deps)))
  expect(new Set(keys).size).toBe(30)
  expect(keys).toHaveLength(30)
  expect((await rows()).every(row => row.status === 'SENT' && row.sentAt !== null)).toBe(true)
})

test('one sender asks for no more than four messages at a time', async () => {
  await writeMails(9)
  await sendNotifications(deps)
  expect(most).toBe(4)
})

test('a message whose sender died is taken over after its lease; that it was sent is recorded even then', async () => {
  await writeMails(1)
  const [claimed] = await claimNotifications(database.db, 10, 60)
  expect(await claimNotifications(database.db, 10, 60)).toEqual([])
  await database.db.$executeRaw`update notification set claimed_until = now() - interval '1 second'`
  const [again] = await claimNotifications(database.db, 10, 60)
  if (!claimed || !again) throw new Error('the message was not claimed')
  expect(again).toMatchObject({ id: claimed.id, attempts: 2 })
  await settleNotifications(database.db, [{ ...claimed, status: 'FAILED', error: 'overtaken' }])
  expect(await rows()).toMatchObject([{ status: 'PENDING', lastError: null }])
  await settleNotifications(database.db, [{ ...claimed, status: 'SENT', ref: '<late>' }])
  await settleNotifications(database.db, [{ ...again, status: 'FAILED', error: 'second try' }])
  expect(await rows()).toMatchObject([{ status: 'SENT', ref: '<late>', lastError: null }])
})
