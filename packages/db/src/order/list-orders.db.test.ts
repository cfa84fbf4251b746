import { newId } from '@makegood/core/ids'
import { listOrdersInput } from '@makegood/core/order/order-filters'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { countNewerOrders, listOrders } from './list-orders.ts'
import { matchOrders } from './match-orders.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const ask = (input: object, size?: number) => listOrders(database.db, listOrdersInput.parse(input), size)
const idsOf = async (input: object) => (await ask(input)).orders.map(({ id }) => id)

test('the copy of the states holds exactly the orders that are neither completed nor cancelled, in the state they are in', async () => {
  await bringTestOrder(database.db, 'STOCK_RESERVED')
  await bringTestOrder(database.db, 'CONFIRMED')
  const differing = await database.db.$queryRaw<unknown[]>`
    select o.id from "order" o full join order_state s on s.order_id = o.id
    where o.id is null or (o.status in ('COMPLETED', 'CANCELLED')) = (s.order_id is not null)
      or s.status <> o.status or s.placed_at <> o.placed_at`
  expect(differing).toEqual([])
})

test('filters hold together: state, payment and days narrow each other', async () => {
  const reserved = await bringTestOrder(database.db, 'STOCK_RESERVED')
  const paid = await bringTestOrder(database.db, 'PAID')
  expect(await idsOf({ statuses: ['STOCK_RESERVED'] })).toContain(reserved.orderId)
  expect(await idsOf({ statuses: ['STOCK_RESERVED'] })).not.toContain(paid.orderId)
  expect(await idsOf({ statuses: ['STOCK_RESERVED', 'PAID'], payments: ['paid'] })).toContain(paid.orderId)
  expect(await idsOf({ statuses: ['STOCK_RESERVED', 'PAID'], payments: ['paid'] })).not.toContain(reserved.orderId)
  expect(await idsOf({ payments: ['none'], to: '2020-01-01' })).toEqual([])
  expect(await idsOf({ totalFrom: '999999999' })).toEqual([])
})

test('a saga that is tried again or has stopped is no running one', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const id = `pay-order:${newId('payment', new Date())}`
  const saga = { id, name: 'pay-order', orderId, correlationId: 'cor_test', currentStep: 'charge-card' }
  await database.db.saga.deleteMany({ where: { orderId } })
  await database.db.saga.create({ data: { ...saga, status: 'RUNNING' } })
  const step = { sagaId: id, stepId: 'charge-card', position: 1, kind: 'undoable', status: 'STARTED' }
  await database.db.sagaStep.create({ data: { ...step, attempts: 1 } })
  expect(await idsOf({ sagas: ['running'] })).toContain(orderId)
  await database.db.sagaStep.updateMany({ where: { sagaId: id }, data: { attempts: 2 } })
  expect(await idsOf({ sagas: ['running'] })).not.toContain(orderId)
  expect(await idsOf({ sagas: ['retrying'] })).toContain(orderId)
  await database.db.saga.update({ where: { id }, data: { currentStep: 'await-approval' } })
  expect(await idsOf({ sagas: ['waiting'] })).toContain(orderId)
  await database.db.saga.update({ where: { id }, data: { status: 'NEEDS_ATTENTION' } })
  expect(await idsOf({ sagas: ['stopped'] })).toContain(orderId)
  expect(await idsOf({ sagas: ['waiting', 'retrying', 'running'] })).not.toContain(orderId)
})

test('an order is found by number, mail, the end of its phone, name, goods and the gateway’s reference', async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAID')
  const order = await database.db.order.update({
    where: { id: orderId },
    data: { email: 'Very.Rare@Example.com', phone: '010-9876-0123', recipient: '황보드문' },
  })
  const { chargeRef } = await database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const [line] = await database.db.orderLine.findMany({ where: { orderId }, include: { variant: true } })
  for (const q of [
    String(order.number),
    'very.rare@',
    '0123',
    '+82 10 9876 0123',
    '황보',
    chargeRef,
    line?.variant.sku,
    orderId,
  ])
    expect(await idsOf({ q }), q ?? '').toContain(orderId)
  for (const q of ['nobody@example.com', '010-0000-9999', 'pi_unknown', '%', '_', '99999999'])
    expect(await idsOf({ q }), q).not.toContain(orderId)
})

test('the first digits of a number name the orders that begin so, and no others', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const other = await bringTestOrder(database.db, 'PAID')
  await database.db.order.update({ where: { id: orderId }, data: { number: 7_300_451n } })
  await database.db.order.update({ where: { id: other.orderId }, data: { number: 7_304n } })
  expect(await idsOf({ q: '730' })).toEqual(expect.arrayContaining([orderId, other.orderId]))
  expect(await idsOf({ q: '73004' })).toEqual([orderId])
  expect(await idsOf({ q: '#7304' })).toEqual([other.orderId])
  expect(await idsOf({ q: '30045' })).toEqual([])
  expect(await idsOf({ q: '73' })).toEqual([])
})

test('goods are found by their names in both languages, and not by what their category or description says', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const [line] = await database.db.orderLine.findMany({ where: { orderId }, include: { variant: true } })
  const named = { nameKo: '옆손잡이 찻주전자', nameEn: 'Quern-side Teapot', descriptionEn: 'For a zarf.' }
  await database.db.product.update({ where: { id: line?.variant.productId ?? '' }, data: named })
  const { category } = await database.db.product.findUniqueOrThrow({
    where: { id: line?.variant.productId ?? '' },
    include: { category: true },
  })
  for (const name of ['teapot', 'quern teapot', '찻주전자', '옆손잡이찻', '주전', 'ㅇㅅㅈㅇ'])
    for (const filter of ['q', 'product']) expect(await idsOf({ [filter]: name }), name).toContain(orderId)
  for (const name of ['zarf', category.nameEn, category.nameKo])
    expect(await idsOf({ product: name }), name).toEqual([])
})

test('pages follow each other without a gap or a repetition, in both directions', async () => {
  for (let nr = 0; nr < 3; nr += 1) await bringTestOrder(database.db, 'STOCK_RESERVED')
  const all = await idsOf({})
  for (const sort of ['newest', 'oldest']) {
    const walked: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await ask({ sort, ...(cursor ? { cursor } : {}) }, 2)
      walked.push(...page.orders.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(walked).toEqual(sort === 'newest' ? all : all.toReversed())
  }
})

test('what came after the newest row is counted by the same filters', async () => {
  const [newest] = (await ask({})).orders
  await bringTestOrder(database.db, 'STOCK_RESERVED')
  const filters = listOrdersInput.parse({ statuses: ['PAID'] })
  expect(await countNewerOrders(database.db, listOrdersInput.parse({}), newest?.cursor ?? '')).toBe(1)
  expect(await countNewerOrders(database.db, filters, newest?.cursor ?? '')).toBe(0)
})

test('a cursor of another list is refused', async () => {
  await expect(ask({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('all that match are exactly those of every page of the list, and none where they are more than can be acted on', async () => {
  const filters = listOrdersInput.parse({ statuses: ['STOCK_RESERVED'] })
  const all = await idsOf({ statuses: ['STOCK_RESERVED'] })
  expect(all.length).toBeGreaterThan(3)
  const matched = await matchOrders(database.db, filters, { max: all.length, atOnce: 2 })
  expect(matched?.map(({ id }) => id)).toEqual(all)
  // What an act on all of them says of their money.
  const { orders } = await ask({ statuses: ['STOCK_RESERVED'] })
  expect(matched?.map(({ total, payment }) => ({ total, payment }))).toMatchObject(
    orders.map(({ total, payment }) => ({ total, payment })),
  )
  expect(await matchOrders(database.db, filters, { max: all.length - 1, atOnce: 2 })).toBeNull()
})
