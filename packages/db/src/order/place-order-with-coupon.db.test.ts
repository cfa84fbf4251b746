import { freeDelivery } from '@makegood/core/delivery/default-terms'
import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { addCartLine } from '../cart/add-cart-line.ts'
import { createPrisma, inTransaction } from '../client.ts'
import { recordClaim } from '../coupon/record-claim.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
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

const claimOf = async (userId: string, campaign: Parameters<typeof createTestCampaign>[1] = {}) => {
  const campaignId = await createTestCampaign(database.db, campaign)
  const claimId = newId('claim', new Date())
  const { outcome } = await recordClaim(database.db, { campaignId, userId, claimId, correlationId: 'cor_test' })
  expect(outcome).toBe('recorded')
  return { campaignId, claimId }
}

/** A shopper with 3 x 10,001 and 1 x 997 won in the cart (31,000), and the request that places it with a coupon and without a price of delivery. */
const fillCart = async (campaign: Parameters<typeof createTestCampaign>[1] = {}) => {
  const { db } = database
  const userId = await createTestShopper(db)
  const owner = { userId, visitorHash: null }
  const lines = [
    { product: await seedProductWithStock(db, { units: 10, priceMinor: 10_001n }), quantity: 3 },
    { product: await seedProductWithStock(db, { units: 10, priceMinor: 997n }), quantity: 1 },
  ]
  for (const { product, quantity } of lines)
    await addCartLine(db, { owner, variantId: product.variantId, quantity, limits })
  const { claimId, campaignId } = await claimOf(userId, campaign)
  const request: PlaceOrder = {
    orderId: newId('order', new Date()),
    owner,
    email: 'shopper@example.com',
    address,
    locale: 'ko',
    deliveryTerms: freeDelivery,
    expectedTotalMinor: '27900',
    couponClaimId: claimId,
    correlationId: newId('correlation', new Date()),
  }
  return { userId, campaignId, claimId, request }
}
const readOrder = (id: string) =>
  database.db.order.findUniqueOrThrow({ where: { id }, include: { lines: { orderBy: { position: 'asc' } } } })
const expectRefusal = async (request: PlaceOrder, refusal: Readonly<Record<string, unknown>>) => {
  const before = await database.db.order.count()
  await expect(placeOrder(database.db, request)).rejects.toMatchObject(refusal)
  expect(await database.db.order.count()).toBe(before)
}

test('the order has goods, discount and total, its lines carry exactly the discount, and the coupon is bound to it', async () => {
  const { claimId, request } = await fillCart()
  await placeOrder(database.db, request)
  const order = await readOrder(request.orderId)
  expect(order).toMatchObject({
    goodsMinor: 31_000n,
    discountMinor: 3_100n,
    totalMinor: 27_900n,
    couponClaimId: claimId,
  })
  expect(order.lines.map(line => line.discountMinor)).toEqual([3_000n, 100n])
  expect(await database.db.couponClaim.findUnique({ where: { id: claimId } })).toMatchObject({
    status: 'CLAIMED',
    orderId: request.orderId,
  })
})

test('a fixed coupon above the goods makes an order of nothing, never of less', async () => {
  const { request } = await fillCart({ kind: 'FIXED', percent: null, amountMinor: 50_000n })
  await expectRefusal(request, { code: 'total-changed', details: { totalMinor: '0' } })
  await placeOrder(database.db, { ...request, expectedTotalMinor: '0' })
  expect(await readOrder(request.orderId)).toMatchObject({ discountMinor: 31_000n, totalMinor: 0n })
})

test("the total without the discount is refused with the right one, and the coupon stays its owner's to use", async () => {
  const { claimId, request } = await fillCart()
  await expectRefusal(
    { ...request, expectedTotalMinor: '31000' },
    { code: 'total-changed', details: { totalMinor: '27900' } },
  )
  expect(await database.db.couponClaim.findUnique({ where: { id: claimId } })).toMatchObject({ orderId: null })
  await expect(placeOrder(database.db, request)).resolves.toHaveProperty('number')
})

test("a guest's, a stranger's and an unknown coupon are refused alike, whoever holds it", async () => {
  const { request } = await fillCart()
  const stranger = await claimOf(await createTestShopper(database.db))
  for (const couponClaimId of [stranger.claimId, newId('claim', new Date())])
    await expectRefusal({ ...request, couponClaimId }, { code: 'coupon-not-valid', details: { reason: 'unknown' } })
  const guest = { userId: null, visitorHash: 'a'.repeat(64) }
  await expectRefusal({ ...request, owner: guest }, { code: 'sign-in-required' })
})

test('a coupon that was stopped, is over, or asks for more goods is refused with the reason', async () => {
  const { db } = database
  const { campaignId, request } = await fillCart({ minimumMinor: 31_001n })
  await expectRefusal(request, { code: 'coupon-minimum', details: { minimumMinor: '31001' } })
  const change = (data: Parameters<typeof createTestCampaign>[1]) =>
    db.couponCampaign.update({ where: { id: campaignId }, data: { minimumMinor: 0n, ...data } })
  await change({ validTo: new Date(Date.now() - 1000) })
  await expectRefusal(request, { code: 'coupon-not-valid', details: { reason: 'expired' } })
  await change({ validTo: new Date(Date.now() + 60_000), stopped: true })
  await expectRefusal(request, { code: 'coupon-not-valid', details: { reason: 'stopped' } })
})

test('of eight orders placed at once with one coupon exactly one is placed, the others find it in use', async () => {
  const { claimId, request } = await fillCart()
  // The claim's row is held until all of them have found the coupon free and wait for it.
  const placements = await holdClaim(claimId, () =>
    Array.from({ length: 8 }, () => placeOrder(database.db, { ...request, orderId: newId('order', new Date()) })),
  )
  const answers = await Promise.allSettled(placements)
  const refused = answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason] : []))
  expect(refused).toHaveLength(7)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'coupon-in-use' })
  const placed = await database.db.order.findMany({ where: { couponClaimId: claimId } })
  expect(placed).toHaveLength(1)
  expect(await database.db.couponClaim.findUnique({ where: { id: claimId } })).toMatchObject({ orderId: placed[0]?.id })
})

const holdClaim = async <Started extends readonly unknown[]>(
  claimId: string,
  start: () => Started,
): Promise<Started> => {
  const holder = createPrisma(database.url, { poolMax: 2, applicationName: 'holder' })
  onTestFinished(() => holder.$disconnect())
  return inTransaction(holder, async tx => {
    await tx.$queryRaw`select 1 from coupon_claim where id = ${claimId} for update`
    const started = start()
    await vi.waitFor(async () => {
      const [row] = await holder.$queryRaw<{ waiting: bigint }[]>`
        select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      expect(Number(row?.waiting)).toBe(started.length)
    })
    return started
  })
}

test('the same request again, also ten times at once, gives the first order; with another coupon it is taken', async () => {
  const { userId, request } = await fillCart()
  const answers = await Promise.all(Array.from({ length: 10 }, () => placeOrder(database.db, request)))
  expect(new Set(answers.map(answer => answer.number)).size).toBe(1)
  const { claimId: other } = await claimOf(userId)
  await expectRefusal({ ...request, couponClaimId: other }, { code: 'order-id-taken' })
  await expectRefusal({ ...request, couponClaimId: null, expectedTotalMinor: '31000' }, { code: 'order-id-taken' })
  expect(await database.db.couponClaim.findUnique({ where: { id: other } })).toMatchObject({ orderId: null })
})
