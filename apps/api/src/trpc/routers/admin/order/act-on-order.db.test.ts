import { newId } from '@makegood/core/ids'
import { orderStorySchema } from '@makegood/core/order/order-story'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
let colleague: Awaited<ReturnType<typeof signInOperator>>
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api)
  colleague = await signInOperator(api)
})
afterAll(() => api.stop())

const story = async (orderId: string, by = operator) =>
  orderStorySchema.parse((await by.query('admin.order.story', { orderId })).body.result?.data)
const seen = async (orderId: string) => ({
  orderId,
  seenVersion: (await api.db.order.findUniqueOrThrow({ where: { id: orderId } })).version,
})
const codeOf = (answer: { body: { error?: { data?: { shopCode?: string | null } } } }) =>
  answer.body.error?.data?.shopCode

test('a note is seen by all, edited by who wrote it alone, and not over what was changed meanwhile', async () => {
  const { orderId } = await bringTestOrder(api.db, 'PAID')
  const noteId = newId('note', new Date())
  for (let time = 0; time < 2; time += 1)
    expect((await operator.mutate('admin.order.addNote', { orderId, noteId, text: 'called twice' })).status).toBe(200)
  expect((await story(orderId, colleague)).notes).toMatchObject([{ text: 'called twice', mine: false, editedAt: null }])
  const edit = { noteId, seen: 'called twice', text: 'called, and reached' }
  expect(codeOf(await colleague.mutate('admin.order.editNote', edit))).toBe('forbidden')
  expect((await operator.mutate('admin.order.editNote', edit)).status).toBe(200)
  expect(codeOf(await operator.mutate('admin.order.editNote', edit))).toBe('conflict')
  expect((await story(orderId)).notes).toMatchObject([{ text: 'called, and reached', mine: true }])
  const earlier = await colleague.query('admin.order.earlierTexts', { noteId })
  expect(earlier.body.result?.data).toMatchObject({ texts: [{ text: 'called twice' }] })
  const audits = await api.db.auditEntry.findMany({ where: { orderId, action: { startsWith: 'note.' } } })
  expect(audits.map(({ action }) => action).sort()).toEqual(['note.add', 'note.edit'])
  expect((await story(orderId)).acts, 'a note is told once: by itself').toEqual([])
})

test('a parcel is handed over once, from preparation only, and the order is on its way', async () => {
  const confirmed = await bringTestOrder(api.db, 'CONFIRMED')
  const reason = 'the driver has it'
  const handOver = (seen: object) => operator.mutate('admin.order.handOver', { ...seen, reason })
  expect(codeOf(await handOver(await seen(confirmed.orderId)))).toBe('hand-over-not-possible')
  const { orderId } = await bringTestOrder(api.db, 'PREPARING')
  const asked = await seen(orderId)
  const answers = await Promise.all([1, 2, 3].map(() => handOver(asked)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(answers.flatMap(answer => codeOf(answer) ?? [])).toEqual(['order-moved-on', 'order-moved-on'])
  expect(await api.db.order.findUnique({ where: { id: orderId } })).toMatchObject({ status: 'SHIPPING' })
  expect(await api.db.auditEntry.count({ where: { orderId, action: 'order.hand-over' } })).toBe(1)
})

test('a parcel whose order a colleague wants cancelled is not handed over', async () => {
  const { orderId } = await bringTestOrder(api.db, 'PREPARING')
  const asked = { ...(await seen(orderId)), reason: 'the kiln broke' }
  const cancellationId = newId('cancellation', new Date())
  expect((await colleague.mutate('admin.order.cancel', { ...asked, cancellationId })).status).toBe(200)
  expect((await story(orderId)).handOver.refusal).toBe('cancel-in-progress')
  expect(codeOf(await operator.mutate('admin.order.handOver', asked))).toBe('cancel-in-progress')
})

test('an address is corrected until a label bears it, and never over a colleague’s correction', async () => {
  const { orderId } = await bringTestOrder(api.db, 'PAID')
  const row = await api.db.order.findUniqueOrThrow({ where: { id: orderId } })
  const { recipient, phone, postcode, address1, address2, deliveryNote } = row
  const seen = { recipient, phone, postcode, address1, address2, deliveryNote }
  const correct = (id: string, address1: string) =>
    operator.mutate('admin.order.correctAddress', {
      orderId: id,
      seen,
      address: { ...seen, address1 },
      reason: 'he called',
    })
  expect((await correct(orderId, '서울 중구 을지로 1')).status).toBe(200)
  expect(codeOf(await correct(orderId, '서울 중구 을지로 2'))).toBe('conflict')
  expect(await api.db.order.findUnique({ where: { id: orderId } })).toMatchObject({ address1: '서울 중구 을지로 1' })
  const prepared = await bringTestOrder(api.db, 'PREPARING')
  expect(codeOf(await correct(prepared.orderId, '서울'))).toBe('address-on-label')
  const [audit] = await api.db.auditEntry.findMany({ where: { orderId, action: 'order.correct-address' } })
  expect(audit?.details).toEqual({ changed: ['address1'] })
})

test('two who look at one order are told of each other', async () => {
  const { orderId } = await bringTestOrder(api.db, 'PAID')
  await operator.mutate('admin.order.tellPresence', { orderId })
  const { body } = await colleague.mutate('admin.order.tellPresence', { orderId })
  expect(body.result?.data).toMatchObject({ others: [{ id: operator.userId }] })
  const alone = await bringTestOrder(api.db, 'PAID')
  const answer = await colleague.mutate('admin.order.tellPresence', { orderId: alone.orderId })
  expect(answer.body.result?.data).toEqual({ others: [] })
})

test('a message that was sent goes out once more, once for each asking; one that was not sent does not', async () => {
  const { orderId } = await bringTestOrder(api.db, 'PREPARING')
  const message = { eventId: newId('event', new Date()), channel: 'email', template: 'order-confirmed', orderId }
  const base = { ...message, recipient: 'old@example.com', locale: 'ko', data: {} }
  const [sent, skipped] = [newId('notification', new Date()), newId('notification', new Date())]
  await api.db.notification.create({ data: { ...base, id: sent, status: 'SENT', sentAt: new Date() } })
  await api.db.notification.create({ data: { ...base, id: skipped, channel: 'sms', status: 'SKIPPED' } })
  const newNotificationId = newId('notification', new Date())
  const resend = (notificationId: string, id = newNotificationId) =>
    operator.mutate('admin.notification.resend', { notificationId, newNotificationId: id, reason: 'she lost it' })
  for (let time = 0; time < 3; time += 1) expect((await resend(sent)).status).toBe(200)
  expect(codeOf(await resend(skipped, newId('notification', new Date())))).toBe('conflict')
  const rows = await api.db.notification.findMany({ where: { orderId, template: 'order-confirmed', channel: 'email' } })
  const { email } = await api.db.order.findUniqueOrThrow({ where: { id: orderId } })
  expect(rows.map(({ id, recipient }) => [id, recipient]).sort()).toEqual(
    [
      [sent, 'old@example.com'],
      [newNotificationId, email],
    ].sort(),
  )
  expect(await api.db.auditEntry.count({ where: { orderId, action: 'message.resend' } })).toBe(1)
})

test('nobody is told again of a cancelled order that it is confirmed', async () => {
  const { orderId } = await bringTestOrder(api.db, 'PAID')
  await api.db.order.update({ where: { id: orderId }, data: { status: 'CANCELLED', version: { increment: 1 } } })
  const base = { eventId: newId('event', new Date()), template: 'order-confirmed', orderId, locale: 'ko', data: {} }
  const [sent, failed] = [newId('notification', new Date()), newId('notification', new Date())]
  await api.db.notification.createMany({
    data: [
      { ...base, id: sent, channel: 'email', recipient: 'a@example.com', status: 'SENT', sentAt: new Date() },
      { ...base, id: failed, channel: 'sms', recipient: '01012345678', status: 'FAILED' },
    ],
  })
  const reason = 'she asked'
  const newNotificationId = newId('notification', new Date())
  const again = await operator.mutate('admin.notification.resend', { notificationId: sent, newNotificationId, reason })
  expect(codeOf(again)).toBe('message-outdated')
  const retried = await operator.mutate('admin.notification.retry', { notificationId: failed, reason })
  expect(codeOf(retried)).toBe('message-outdated')
  expect(await api.db.notification.count({ where: { orderId, status: 'PENDING' } })).toBe(0)
})

test('views are kept by name, shared only by whoever may, and never another’s', async () => {
  const view = (name: string, shared: boolean) => ({
    viewId: newId('view', new Date()),
    place: 'orders',
    name,
    shared,
    settings: { query: 'status=PAID', columns: ['total'] },
  })
  expect((await operator.mutate('admin.view.save', view('mine', false))).status).toBe(200)
  expect((await operator.mutate('admin.view.save', view('mine', false))).status).toBe(200)
  expect((await operator.mutate('admin.view.save', view('ours', true))).status).toBe(200)
  const names = async (by: typeof operator) => {
    const { body } = await by.query('admin.view.list', { place: 'orders' })
    const { views } = z.object({ views: z.array(z.object({ name: z.string() })) }).parse(body.result?.data)
    return views.map(({ name }) => name)
  }
  expect(await names(operator)).toEqual(['mine', 'ours'])
  expect(await names(colleague)).toEqual(['ours'])
})
