import type { Prisma } from '../generated/prisma/client.ts'
import { seedId } from './seed-id.ts'

const year = 365 * 24 * 60 * 60 * 1000

export const demoCampaigns = [
  {
    id: seedId('campaign', 'first-order'),
    name: { ko: '처음 오신 분께 10% 할인', en: '10% off your first order' },
    terms: { kind: 'PERCENT', percent: 10, amountMinor: 20_000n, minimumMinor: 30_000n },
    quantity: 1000,
  },
  {
    id: seedId('campaign', 'set-the-table'),
    name: { ko: '상차림 5,000원 할인', en: '5,000 won off a set table' },
    terms: { kind: 'FIXED', percent: null, amountMinor: 5_000n, minimumMinor: 50_000n },
    quantity: 100,
  },
] as const

/**
 * Adds the demo campaigns that are not there yet, open for a year from now, and answers how many. A campaign that is there
 * is left as it is, with what was claimed of it.
 */
export const seedCampaigns = async (tx: Prisma.TransactionClient): Promise<number> => {
  const now = new Date()
  const { count } = await tx.couponCampaign.createMany({
    data: demoCampaigns.map(({ id, name, terms, quantity }) => ({
      ...terms,
      id,
      nameKo: name.ko,
      nameEn: name.en,
      currency: 'KRW',
      validFrom: now,
      validTo: new Date(now.getTime() + year),
      quantity,
    })),
    skipDuplicates: true,
  })
  return count
}
