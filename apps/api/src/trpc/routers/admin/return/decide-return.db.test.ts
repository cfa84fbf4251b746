import { newId } from '@makegood/core/ids'
import { operatorReturnViewSchema, returnPageSchema } from '@makegood/core/return/operator-views'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { shipTestOrder } from '@makegood/db/testing/ship-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
let variantId: string
let name: string
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api, 'operations')
  ;({ name } = await api.db.user.findUniqueOrThrow({ where: { id: operator.userId } }))
  variantId = (await seedProductWithStock(api.db, { units: 50 })).variantId
})
afterAll(() => api.stop())

const call = (act: string, input: object) => operator.mutate(`admin.return.${act}`, input)
const askedReturn = async (quantity = 2) => {
  const { orderId } = await confirmTestOrder(api.db, { lines: [{ variantId, quantity: 3 }] })
  await shipTestOrder(api.db, orderId, 'delivered')
  const input = {
    orderId,
    returnId: newId('return', new Date()),
    reason: 'arrived-broken',
    lines: [{ variantId, quantity }],
  }
  const { version: seenVersion } = await api.db.order.findUniqueOrThrow({ where: { id: orderId } })
  expect((await call('request', { ...input, seenVersion })).status).toBe(200)
  return { ...input, seenVersion }
}
const look = async (returnId: string, locale: 'en' | 'ko' = 'en') =>
  operatorReturnViewSchema.parse((await operator.query('admin.return.get', { returnId, locale })).body.result?.data)
const accept = ({ returnId, seenVersion }: { returnId: string; seenVersion: number }, withoutGoods = false) =>
  call('accept', {
    ...{ returnId, seenVersion, withoutGoods, reason: 'it came broken' },
    approvalId: newId('approval', new Date()),
  })
const actionsOf = async (subject: string) =>
  (await api.db.auditEntry.findMany({ where: { subject }, orderBy: { at: 'asc' } })).map(entry => entry.action)
const receive = (returnId: string, lines: object[]) =>
  call('receive', { returnId, lines, approvalId: newId('approval', new Date()) })

test('a return is asked for in the shopper’s name once, and shown with what each decision would do', async () => {
  const input = await askedReturn()
  expect((await call('request', input)).status).toBe(200)
  expect(await look(input.returnId)).toMatchObject({
    status: 'REQUESTED',
    requestedBy: 'operator',
    order: { id: input.orderId },
    lines: [{ quantity: 2, refund: { amountMinor: '56000' } }],
    acts: {
      accept: { refusal: null, consequences: { money: [{ what: 'back-to-card', amount: { amountMinor: '56000' } }] } },
      reject: { refusal: null, consequences: { money: [] } },
      receive: { refusal: 'return-moved-on' },
    },
  })
  expect(await actionsOf(input.returnId)).toEqual(['return.request'])
})

test('of two decisions at once one counts; the other learns that it moved on, and the books have one', async () => {
  const asked = await askedReturn()
  const { returnId } = asked
  const answers = await Promise.all([accept(asked), call('reject', { returnId, reason: 'worn' }), accept(asked, true)])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409, 409])
  for (const { body } of answers) if (body.error) expect(body.error.data?.shopCode).toBe('return-moved-on')
  expect(await actionsOf(returnId)).toHaveLength(2)
})

test('an accepted return begins its saga, and what came back is received once, every unit accounted for', async () => {
  const asked = await askedReturn()
  const { returnId, orderId } = asked
  expect((await receive(returnId, [{ variantId, restocked: 1, writtenOff: 1 }])).body.error?.data?.shopCode).toBe(
    'return-moved-on',
  )
  expect((await accept(asked)).body.result?.data).toEqual({ outcome: 'applied', approvalId: null, orderId })
  expect(await api.db.saga.findUnique({ where: { id: `return-order:${returnId}` } })).toMatchObject({
    status: 'RUNNING',
  })
  for (const lines of [
    [{ variantId, restocked: 1, writtenOff: 0 }],
    [{ variantId, restocked: 2, writtenOff: 1 }],
    [{ variantId: newId('variant', new Date()), restocked: 1, writtenOff: 1 }],
    [
      { variantId, restocked: 1, writtenOff: 1 },
      { variantId: newId('variant', new Date()), restocked: 1, writtenOff: 0 },
    ],
    [],
  ])
    expect((await receive(returnId, lines)).body.error?.data?.shopCode).toBe('invalid-input')
  const answers = await Promise.all([1, 2].map(() => receive(returnId, [{ variantId, restocked: 1, writtenOff: 1 }])))
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  expect(await look(returnId)).toMatchObject({ status: 'RECEIVED', decidedBy: name })
  expect(await actionsOf(returnId)).toEqual(['return.request', 'return.accept', 'return.receive'])
})

test('a rejection needs a reason, which the shopper will read', async () => {
  const { returnId } = await askedReturn()
  expect((await call('reject', { returnId, reason: ' ' })).body.error?.data?.shopCode).toBe('invalid-input')
  expect((await call('reject', { returnId, reason: 'worn' })).status).toBe(200)
  expect(await look(returnId)).toMatchObject({ status: 'REJECTED', decisionReason: 'worn' })
})

test('the list is by state and by key, and each return is on one page', async () => {
  const asked = [await askedReturn(1), await askedReturn(1)]
  const list = async (input: object) =>
    returnPageSchema
      .parse((await operator.query('admin.return.list', input)).body.result?.data)
      .returns.map(row => row.id)
  const ids = await list({ status: 'REQUESTED' })
  expect(ids).toEqual(expect.arrayContaining(asked.map(input => input.returnId)))
  expect(await list({ status: 'REQUESTED', cursor: ids[0] })).toEqual(ids.slice(1))
  expect((await operator.query('admin.return.list', { cursor: "' or 1=1 --" })).status).toBe(400)
})

test('the goods of a return are named in the operator’s language, whatever the shopper’s is', async () => {
  const { orderId, returnId } = await askedReturn()
  const [line] = await api.db.orderLine.findMany({ where: { orderId } })
  const inEnglish = await look(returnId, 'en')
  const inKorean = await look(returnId, 'ko')
  expect(inEnglish.lines[0]?.name).toBe(line?.nameEn)
  expect(inKorean.lines[0]?.name).toBe(line?.nameKo)
  expect(inKorean.acts.accept.consequences.stock[0]?.name).toBe(line?.nameKo)
})
