import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const newClaim = (campaignId: string, userId: string) => ({
  id: newId('claim', new Date()),
  campaignId,
  userId,
})

test('a campaign never counts more claims than it has coupons, nor fewer than none', async () => {
  const { db } = database
  const id = await createTestCampaign(db, { quantity: 3, claimed: 3 })
  const set = (data: { claimed?: number; quantity?: number }) => db.couponCampaign.update({ where: { id }, data })
  for (const data of [{ claimed: 4 }, { claimed: -1 }, { quantity: 2 }])
    await expect(set(data)).rejects.toThrow('coupon_campaign_not_over_issued')
})

test('one person has one claim of a campaign', async () => {
  const { db } = database
  const [campaignId, userId] = [await createTestCampaign(db), await createTestShopper(db)]
  await db.couponClaim.create({ data: newClaim(campaignId, userId) })
  await expect(db.couponClaim.create({ data: newClaim(campaignId, userId) })).rejects.toThrow('campaign_id')
})

test('a claim is redeemed by a payment of an order, and by none while it is not', async () => {
  const { db } = database
  const claim = newClaim(await createTestCampaign(db), await createTestShopper(db))
  await db.couponClaim.create({ data: claim })
  const { orderId } = await placeTestOrder(db)
  const paymentId = newId('payment', new Date())
  const set = (data: { status?: string; orderId?: string | null; paymentId?: string | null }) =>
    db.couponClaim.update({ where: { id: claim.id }, data })
  for (const data of [
    { paymentId },
    { status: 'REDEEMED' },
    { status: 'REDEEMED', orderId },
    { status: 'REDEEMED', paymentId },
    { status: 'LOST' },
  ])
    await expect(set(data)).rejects.toThrow('coupon_claim_status')
  await set({ orderId })
  await set({ status: 'REDEEMED', paymentId })
})

test('a campaign says what it takes off and when', async () => {
  const { db } = database
  for (const [changed, rule] of [
    [{ percent: 0 }, 'coupon_campaign_kind'],
    [{ percent: 101 }, 'coupon_campaign_kind'],
    [{ percent: null }, 'coupon_campaign_kind'],
    [{ kind: 'GIFT' }, 'coupon_campaign_kind'],
    [{ kind: 'FIXED', percent: null }, 'coupon_campaign_kind'],
    [{ kind: 'FIXED', percent: 5, amountMinor: 5_000n }, 'coupon_campaign_kind'],
    [{ amountMinor: 0n }, 'coupon_campaign_amounts'],
    [{ minimumMinor: -1n }, 'coupon_campaign_amounts'],
    [{ validTo: new Date(0) }, 'coupon_campaign_validity'],
  ] as const)
    await expect(createTestCampaign(db, changed)).rejects.toThrow(rule)
})
