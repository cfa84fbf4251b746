import { newId } from '@makegood/core/ids'
import type { Db } from '../client.ts'
import type { Prisma } from '../generated/prisma/client.ts'

const day = 24 * 60 * 60 * 1000

/** A campaign of ten percent off everything, open now, with this changed. */
export const createTestCampaign = async (
  db: Db,
  changed: Partial<Prisma.CouponCampaignUncheckedCreateInput> = {},
): Promise<string> => {
  const id = newId('campaign', new Date())
  await db.couponCampaign.create({
    data: {
      id,
      nameKo: '봄맞이',
      nameEn: 'Spring',
      kind: 'PERCENT',
      percent: 10,
      currency: 'KRW',
      validFrom: new Date(Date.now() - day),
      validTo: new Date(Date.now() + day),
      quantity: 100,
      ...changed,
    },
  })
  return id
}
