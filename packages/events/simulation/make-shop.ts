import { randomBytes } from 'node:crypto'
import type { CouponTerms } from '@makegood/core/coupon/coupon-terms'
import { money } from '@makegood/core/money/money'
import type { Db } from '@makegood/db/client'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { createTestCampaign } from '@makegood/db/testing/create-test-campaign'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { createRandom, type Random } from './random.ts'
import type { Campaign, Person, Product, Shop } from './world.ts'

const hour = 60 * 60 * 1000

/** A seed's shop, with products, people and coupons of its own: little stock, few coupons, wallets that may be too thin. */
export const makeShop = async (seed: number, db: Db): Promise<Shop> => {
  const random = createRandom(seed, 'world')
  const products: Product[] = []
  for (let left = random.between(2, 4); left > 0; left -= 1) products.push(await makeProduct(db, random))
  const campaign = await makeCampaign(db, random)
  const people: Person[] = []
  for (let left = random.between(5, 7); left > 0; left -= 1) people.push(await makePerson(db, random))
  return { seed, products, campaign, people }
}

const makeProduct = async (db: Db, random: Random): Promise<Product> => {
  const units = random.between(4, 18)
  const priceMinor = BigInt(random.between(1, 40)) * 1000n - BigInt(random.between(0, 1))
  const { variantId } = await seedProductWithStock(db, { units, priceMinor })
  return { variantId, priceMinor }
}

const makeCampaign = async (db: Db, random: Random): Promise<Campaign> => {
  const kind = random.weighted({ PERCENT: 60, FIXED: 40 })
  const percent = kind === 'PERCENT' ? random.pick([7, 10, 33, 100]) : null
  const amountMinor = kind === 'FIXED' ? BigInt(random.between(500, 30_000)) : null
  const terms: CouponTerms = {
    kind,
    percent,
    amount: amountMinor === null ? null : money(amountMinor, 'KRW'),
    minimum: money(0n, 'KRW'),
    validFrom: new Date(Date.now() - hour),
    validTo: new Date(Date.now() + hour),
    stopped: false,
  }
  const { validFrom, validTo } = terms
  const quantity = random.between(1, 5)
  const campaignId = await createTestCampaign(db, { kind, percent, amountMinor, validFrom, validTo, quantity })
  return { campaignId, terms }
}

const makePerson = async (db: Db, random: Random): Promise<Person> => {
  const orders = random.weighted({ 1: 70, 2: 22, 3: 8 })
  if (random.chance(40)) return { owner: { userId: null, visitorHash: randomBytes(32).toString('hex') }, orders: 1 }
  const balanceMinor = random.chance(70) ? BigInt(random.between(1000, 120_000)) : 0n
  return { owner: { userId: await createTestShopper(db, { balanceMinor }), visitorHash: null }, orders: Number(orders) }
}
