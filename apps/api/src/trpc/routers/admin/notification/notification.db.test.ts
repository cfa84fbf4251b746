import { newId } from '@makegood/core/ids'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const signUpAs = async (role: string) => {
  const browser = createTestBrowser(api)
  const { userId } = await browser.signUp()
  await api.db.user.update({ where: { id: userId }, data: { role } })
  return { browser, userId }
}
const create = async (status: string, more: object = {}) => {
  const id = newId('notification', new Date())
  const message = { template: 'order-confirmed', channel: 'email', locale: 'ko', recipient: `${id}@example.invalid` }
  const failed = { status, attempts: 12, lastError: 'address-rejected: 550' }
  await api.db.notification.create({ data: { id, eventId: id, data: {}, ...message, ...failed, ...more } })
  return id
}

test('finance sees failed messages and has none tried again', async () => {
  const id = await create('FAILED')
  const { browser } = await signUpAs('finance')
  const page = await browser.query('admin.notification.list', { status: 'FAILED' })
  expect(page.body.result?.data?.notifications).toContainEqual(
    expect.objectContaining({ id, status: 'FAILED', lastError: 'address-rejected: 550', attempts: 12, sentAt: null }),
  )
  const refused = await browser.mutate('admin.notification.retry', { notificationId: id, reason: 'not theirs' })
  expect(refused.status).toBe(403)
  expect(await api.db.notification.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'FAILED' })
})

test('a message that has not failed, or is not there, is not tried again', async () => {
  const { browser } = await signUpAs('support')
  for (const status of ['SENT', 'PENDING', 'SKIPPED']) {
    const id = await create(status)
    const answer = await browser.mutate('admin.notification.retry', { notificationId: id, reason: 'again' })
    expect(answer.body.error?.data).toMatchObject({ shopCode: 'conflict', details: { status } })
    expect(await api.db.auditEntry.count({ where: { subject: id } })).toBe(0)
  }
  const unknown = { notificationId: newId('notification', new Date()), reason: 'again' }
  expect((await browser.mutate('admin.notification.retry', unknown)).status).toBe(404)
  expect((await browser.mutate('admin.notification.retry', { ...unknown, reason: ' ' })).status).toBe(400)
})

test('a failed message is tried again once however often it is asked for, with one entry of who asked', async () => {
  const { browser, userId } = await signUpAs('support')
  const id = await create('FAILED')
  const ask = () => browser.mutate('admin.notification.retry', { notificationId: id, reason: 'the mailbox is back' })
  const statuses = (await Promise.all([ask(), ask(), ask()])).map(answer => answer.status)
  expect(statuses.sort()).toEqual([200, 409, 409])
  const row = await api.db.notification.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ status: 'PENDING', attempts: 0, claimedUntil: null })
  expect(row.nextAttemptAt.getTime()).toBeLessThanOrEqual(Date.now() + 1000)
  expect(await api.db.auditEntry.findMany({ where: { subject: id } })).toMatchObject([
    { actorKind: 'operator', actorId: userId, action: 'notification.retry', reason: 'the mailbox is back' },
  ])
})

test('a failed message that is no longer true is listed as such, is not sent, and is put away once, with the reason', async () => {
  const { browser, userId } = await signUpAs('support')
  const { orderId } = await bringTestOrder(api.db, 'CANCELLED')
  const id = await create('FAILED', { orderId })
  const listed = async () => {
    const { body } = await browser.query('admin.notification.list', { status: 'FAILED' })
    const page = body.result?.data as unknown as { notifications: { id: string; stillTrue: boolean }[] } | undefined
    return page?.notifications.find(message => message.id === id)
  }
  expect(await listed()).toMatchObject({ stillTrue: false })
  const retried = await browser.mutate('admin.notification.retry', { notificationId: id, reason: 'again' })
  expect(retried.body.error?.data).toMatchObject({ shopCode: 'message-outdated' })
  const putAway = () =>
    browser.mutate('admin.notification.putAway', { notificationId: id, reason: 'the order was cancelled since' })
  expect((await Promise.all([putAway(), putAway()])).map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await listed()).toBeUndefined()
  expect(await api.db.auditEntry.findMany({ where: { subject: id } })).toMatchObject([
    { actorId: userId, action: 'notification.put-away', orderId, reason: 'the order was cancelled since' },
  ])
  const { browser: finance } = await signUpAs('finance')
  const refused = { notificationId: await create('FAILED'), reason: 'not theirs' }
  expect((await finance.mutate('admin.notification.putAway', refused)).status).toBe(403)
})

test('pages go through all messages of a state, newest first, each once', async () => {
  const orderId = newId('order', new Date())
  const ids: string[] = []
  for (let n = 0; n < 55; n += 1) ids.push(await create('SKIPPED', { orderId }))
  const { browser } = await signUpAs('admin')
  const list = async (cursor?: string) =>
    (await browser.query('admin.notification.list', { status: 'SKIPPED', orderId, ...(cursor ? { cursor } : {}) })).body
      .result?.data as unknown as { notifications: { id: string }[]; nextCursor: string | null }
  const first = await list()
  const second = await list(first.nextCursor ?? '')
  expect(first.notifications).toHaveLength(50)
  expect(second.nextCursor).toBeNull()
  const seen = [...first.notifications, ...second.notifications].map(row => row.id)
  expect(seen).toEqual([...ids].sort().reverse())
  for (const cursor of ['x', "' or 1=1 --", 'ord_1'])
    expect((await browser.query('admin.notification.list', { cursor })).status).toBe(400)
})
