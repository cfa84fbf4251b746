import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { listCouponOrders } from './list-coupon-orders.ts'
import { recordClaim } from './record-claim.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** An order that holds a coupon of the campaign. */
const holdOne = async (campaignId: string): Promise<string> => {
  const { db } = database
  const userId = await createTestShopper(db)
  const claimId = newId('claim', new Date())
  await recordClaim(db, { campaignId, userId, claimId, correlationId: 'cor_test' })
  return (await placeTestOrder(db, { userId, coupon: { claimId, discountMinor: 2_800n } })).orderId
}

test('the pages of the orders that hold a coupon have each of them once, the last claimed first, and none of another campaign', async () => {
  const { db } = database
  const [campaignId, another] = [await createTestCampaign(db), await createTestCampaign(db)]
  const placed: string[] = []
  for (let nr = 0; nr < 5; nr += 1) placed.push(await holdOne(campaignId))
  await holdOne(another)
  // Two that were claimed in one moment are still two.
  const claims = await db.couponClaim.findMany({ where: { campaignId }, orderBy: { claimedAt: 'asc' } })
  await db.couponClaim.updateMany({
    where: { id: { in: claims.slice(1, 3).map(({ id }) => id) } },
    data: { claimedAt: claims[1]?.claimedAt ?? new Date() },
  })
  const listed: string[] = []
  let cursor: string | undefined
  do {
    const page = await listCouponOrders(db, { campaignId, cursor }, 2)
    listed.push(...page.orders.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(listed).toEqual(placed.toReversed())
})
