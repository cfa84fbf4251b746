import { randomBytes } from 'node:crypto'
import { defaultDeliveryTerms } from '@makegood/core/delivery/default-terms'
import { estimateArrival } from '@makegood/core/delivery/estimate-arrival'
import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCartLine } from '../cart/add-cart-line.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import type { Owner } from './owner.ts'
import { type PlaceOrder, placeOrder } from './place-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limits = { lineQuantityMax: 99, cartLinesMax: 50 }
const address = {
  recipient: '김하나',
  phone: '010-1234-5678',
  postcode: '04524',
  address1: '세종대로 110',
  address2: '',
}
const newGuest = (): Owner => ({ userId: null, visitorHash: randomBytes(32).toString('hex') })

/** A guest with two units of one new product in the cart, and the request that places exactly this. */
const fillCart = async (priceMinor = 28_000n) => {
  const { db } = database
  const product = await seedProductWithStock(db, { units: 10, priceMinor })
  const owner = newGuest()
  await addCartLine(db, { owner, variantId: product.variantId, quantity: 2, limits })
  const request: PlaceOrder = {
    orderId: newId('order', new Date()),
    owner,
    email: 'guest@example.com',
    address,
    locale: 'ko',
    deliveryTerms: defaultDeliveryTerms,
    expectedTotalMinor: (priceMinor * 2n).toString(),
    correlationId: newId('correlation', new Date()),
  }
  return { product, owner, request }
}

const countRows = async () => ({
  orders: await database.db.order.count(),
  lines: await database.db.orderLine.count(),
  history: await database.db.orderHistory.count(),
  events: await database.db.outbox.count(),
})

const expectRefusal = async (request: PlaceOrder, refusal: Readonly<Record<string, unknown>>) => {
  const before = await countRows()
  await expect(placeOrder(database.db, request)).rejects.toMatchObject(refusal)
  expect(await countRows()).toEqual(before)
}

test("an order has the cart's lines at the shop's prices, one history row and one order/created", async () => {
  const { db } = database
  const { product, owner, request } = await fillCart()
  const placed = await placeOrder(db, request)
  const order = await db.order.findUniqueOrThrow({
    where: { id: request.orderId },
    include: { lines: true, history: true },
  })
  expect(placed).toEqual({ orderId: request.orderId, number: order.number.toString() })
  expect(order).toMatchObject({ ...address, status: 'PENDING', version: 1, totalMinor: 56_000n, currency: 'KRW' })
  expect(order).toMatchObject({ userId: null, visitorHash: owner.visitorHash })
  expect(order.lines).toMatchObject([
    { variantId: product.variantId, nameEn: `Bowl ${product.slug}`, unitPriceMinor: 28_000n, quantity: 2 },
  ])
  expect(order.history).toMatchObject([{ version: 1, fromStatus: null, toStatus: 'PENDING', reason: 'placed' }])
  const events = await db.outbox.findMany({ where: { correlationId: request.correlationId } })
  expect(events).toMatchObject([{ name: 'order/created', payload: { orderId: request.orderId }, sentAt: null }])
})

test('ten requests at once with one id give one order and ten equal answers', async () => {
  const { request } = await fillCart()
  const before = await countRows()
  const answers = await Promise.all(Array.from({ length: 10 }, () => placeOrder(database.db, request)))
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  expect(await countRows()).toEqual({
    orders: before.orders + 1,
    lines: before.lines + 1,
    history: before.history + 1,
    events: before.events + 1,
  })
})

test('the same id again gives the first order, also when the cart is empty or dearer by then', async () => {
  const { db } = database
  const { product, owner, request } = await fillCart()
  const first = await placeOrder(db, request)
  const before = await countRows()
  await db.variant.update({ where: { id: product.variantId }, data: { priceMinor: 30_000n } })
  expect(await placeOrder(db, request)).toEqual(first)
  await db.cart.delete({ where: { visitorHash: owner.visitorHash ?? '' } })
  expect(await placeOrder(db, request)).toEqual(first)
  expect(await countRows()).toEqual(before)
})

test("the same id with other content, or in another's hands, is refused as taken", async () => {
  const { request } = await fillCart()
  await placeOrder(database.db, request)
  await expectRefusal({ ...request, email: 'other@example.com' }, { code: 'order-id-taken' })
  await expectRefusal({ ...request, address: { ...address, address2: '2층' } }, { code: 'order-id-taken' })
  await expectRefusal({ ...request, locale: 'en' }, { code: 'order-id-taken' })
  const stranger = await fillCart()
  await expectRefusal({ ...request, owner: stranger.owner }, { code: 'order-id-taken' })
})

test('what was changed after an answer was lost is refused with the order that stands, though its cart is empty by then', async () => {
  const { db } = database
  const { owner, request } = await fillCart()
  const { number } = await placeOrder(db, request)
  await db.cartLine.deleteMany({ where: { cart: { visitorHash: owner.visitorHash } } })
  const changed = { ...request, address: { ...address, recipient: '이두리' } }
  await expectRefusal(changed, { code: 'order-id-taken', details: { orderId: request.orderId, number } })
  await expectRefusal({ ...changed, expectedTotalMinor: '1' }, { code: 'order-id-taken' })
  await expectRefusal({ ...changed, owner: newGuest() }, { code: 'cart-empty', details: {} })
  expect(await db.order.findUnique({ where: { id: request.orderId } })).toMatchObject(address)
})

test("a total that is not the shop's is refused with the right one", async () => {
  const { db } = database
  const { product, request } = await fillCart()
  for (const expectedTotalMinor of ['0', '1', '55999', '56001'])
    await expectRefusal({ ...request, expectedTotalMinor }, { code: 'total-changed', details: { totalMinor: '56000' } })
  await db.variant.update({ where: { id: product.variantId }, data: { priceMinor: 31_000n } })
  await expectRefusal(request, { code: 'total-changed', details: { totalMinor: '62000' } })
  await expect(placeOrder(db, { ...request, expectedTotalMinor: '62000' })).resolves.toHaveProperty('number')
})

test('a total that no single payment can take is refused', async () => {
  const { request } = await fillCart(50_000_000n)
  await expectRefusal(request, { code: 'total-too-large', details: { totalMinorMax: '99999999' } })
})

test('an empty cart and no cart at all are refused', async () => {
  const { db } = database
  const { owner, request } = await fillCart()
  await db.cartLine.deleteMany({ where: { cart: { visitorHash: owner.visitorHash } } })
  await expectRefusal(request, { code: 'cart-empty' })
  await expectRefusal({ ...request, owner: newGuest() }, { code: 'cart-empty' })
})

test('variants that are no longer sold, or whose product is a draft, are refused by id', async () => {
  const { db } = database
  const { product, owner, request } = await fillCart()
  const draft = await seedProductWithStock(db, { units: 5 })
  const sold = await seedProductWithStock(db, { units: 5 })
  for (const { variantId } of [draft, sold]) await addCartLine(db, { owner, variantId, quantity: 1, limits })
  await db.product.update({ where: { id: draft.productId }, data: { published: false } })
  await db.variant.update({ where: { id: product.variantId }, data: { active: false } })
  await expectRefusal(request, {
    code: 'variant-unavailable',
    details: { variantIds: expect.toSatisfy((ids: string[]) => ids.length === 2) },
  })
  await expect(placeOrder(db, request)).rejects.toMatchObject({
    details: { variantIds: expect.arrayContaining([product.variantId, draft.variantId]) },
  })
})

test("only the owner's own cart is placed, and only the owner's own order is given again", async () => {
  const { request } = await fillCart()
  await expectRefusal({ ...request, owner: newGuest() }, { code: 'cart-empty' })
  await expectRefusal({ ...request, owner: { userId: 'usr_nobody', visitorHash: null } }, { code: 'cart-empty' })
  await placeOrder(database.db, request)
  await expectRefusal({ ...request, owner: newGuest() }, { code: 'cart-empty' })
  await expectRefusal(
    { ...request, owner: { userId: null, visitorHash: null } },
    { message: 'an owner must be a user or a visitor' },
  )
})

test('what a delivery costs is part of the total, and a total without it is refused', async () => {
  const { request } = await fillCart(20_000n)
  await expectRefusal(request, { code: 'total-changed', details: { totalMinor: '43000' } })
  await placeOrder(database.db, { ...request, expectedTotalMinor: '43000' })
  expect(await database.db.order.findUnique({ where: { id: request.orderId } })).toMatchObject({
    goodsMinor: 40_000n,
    deliveryMinor: 3_000n,
    totalMinor: 43_000n,
    deliveryMethod: 'standard',
    country: 'KR',
  })
})

test('the order keeps how it travels, where, with which note, and the days it was promised for', async () => {
  const { request } = await fillCart()
  await placeOrder(database.db, {
    ...request,
    deliveryMethod: 'express',
    address: { ...address, deliveryNote: '문 앞에 놓아 주세요' },
    expectedTotalMinor: '62000',
  })
  const order = await database.db.order.findUniqueOrThrow({ where: { id: request.orderId } })
  const promised = estimateArrival({ method: 'express', country: 'KR' }, order.placedAt, defaultDeliveryTerms)
  expect(order).toMatchObject({
    deliveryMinor: 6_000n,
    deliveryMethod: 'express',
    deliveryNote: '문 앞에 놓아 주세요',
    arrivesFrom: new Date(promised.from),
    arrivesTo: new Date(promised.to),
  })
})

test('abroad there is one method: the other is refused, and the one has its own price', async () => {
  const { request } = await fillCart()
  const abroad = { ...request, address: { ...address, country: 'JP' as const } }
  await expectRefusal(
    { ...abroad, deliveryMethod: 'express' },
    { code: 'delivery-not-offered', details: { country: 'JP' } },
  )
  await expectRefusal(abroad, { code: 'total-changed', details: { totalMinor: '81000' } })
  await placeOrder(database.db, { ...abroad, expectedTotalMinor: '81000' })
  expect(await database.db.order.findUnique({ where: { id: request.orderId } })).toMatchObject({
    country: 'JP',
    deliveryMinor: 25_000n,
  })
})
