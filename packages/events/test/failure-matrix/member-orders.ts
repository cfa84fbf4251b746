import { newId } from '@makegood/core/ids'
import { type Db, inTransaction } from '@makegood/db/client'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { changeWallet } from '@makegood/db/wallet/change-wallet'
import type { PlacedOrder } from '../stand/act-as-shop.ts'
import type { SagaStand } from '../start-saga-stand.ts'

export const newMember = async (db: Db): Promise<string> => {
  const userId = newId('correlation', new Date())
  await db.user.create({ data: { id: userId, name: 'Kim Mina', email: `${userId}@example.com` } })
  return userId
}

const fillWallet = (db: Db, userId: string, amountMinor: bigint) =>
  inTransaction(db, tx =>
    changeWallet(tx, {
      userId,
      kind: 'ADJUSTMENT',
      amountMinor,
      currency: 'KRW',
      key: `fill:${userId}`,
      orderId: null,
    }),
  )

const giveCoupon = async (db: Db, userId: string): Promise<string> => {
  const campaignId = newId('campaign', new Date())
  await db.couponCampaign.create({
    data: {
      id: campaignId,
      nameKo: '천원',
      nameEn: 'A thousand',
      kind: 'FIXED',
      amountMinor: 1000n,
      currency: 'KRW',
      validFrom: new Date(Date.now() - 1000),
      validTo: new Date(Date.now() + 1e8),
      quantity: 1,
      claimed: 1,
    },
  })
  const claimId = newId('claim', new Date())
  await db.couponClaim.create({ data: { id: claimId, campaignId, userId } })
  return claimId
}

/** A member's order of two units by express delivery with a coupon, its stock put aside, and enough in the wallet for a part of it. */
export const memberOrder = async (stand: SagaStand): Promise<PlacedOrder> => {
  const userId = await newMember(stand.db)
  await fillWallet(stand.db, userId, 5_000n)
  const claimId = await giveCoupon(stand.db, userId)
  const { variantId } = await seedProductWithStock(stand.db, { units: 10 })
  const lines = [{ variantId, quantity: 2 }]
  const delivery = { method: 'express', terms: stand.deps.policy.delivery } as const
  return await stand.reservedOrder({ userId, lines, delivery, coupon: { claimId, discountMinor: 1000n } })
}

export const preparedOrder = async (stand: SagaStand): Promise<PlacedOrder> => {
  const order = await memberOrder(stand)
  await stand.pay(order, 'pm_card_visa', 5_000n)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  return order
}
