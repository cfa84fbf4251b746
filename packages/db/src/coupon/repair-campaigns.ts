import { readCampaign, type StoredCampaign } from '../redis/coupon-claims.ts'
import type { CouponStores } from './coupon-stores.ts'
import { type Rebuilt, readOpenCampaign, rebuildCampaign } from './rebuild-campaign.ts'

export type CampaignRepair = {
  readonly campaignId: string
  readonly inRedis: number
  readonly inPostgres: number
  readonly rebuilt: Rebuilt
}

const campaignsMax = 200
const triesMax = 5

/**
 * Compares each open campaign in Redis with Postgres and rebuilds the ones that differ; answers those. One that Redis does
 * not have is left: its next claim rebuilds it. A claim that is under way may look like a difference; rebuilding does it no
 * harm, because Postgres decides.
 */
export const repairCampaigns = async (
  stores: Pick<CouponStores, 'db' | 'redis'>,
): Promise<readonly CampaignRepair[]> => {
  const repairs: CampaignRepair[] = []
  for (const { id } of await listOpenCampaigns(stores)) {
    const inRedis = await readCampaign(stores.redis, id)
    const inPostgres = inRedis && (await readOpenCampaign(stores.db, id))
    if (!inPostgres || isSame(inRedis, inPostgres)) continue
    repairs.push({
      campaignId: id,
      inRedis: inRedis.claims.length,
      inPostgres: inPostgres.claims.length,
      rebuilt: await rebuildInTurn(stores, id),
    })
  }
  return repairs
}

const listOpenCampaigns = ({ db }: Pick<CouponStores, 'db'>): Promise<{ id: string }[]> => db.$queryRaw<
  { id: string }[]
>`
  select id from coupon_campaign where not stopped and now() between valid_from and valid_to
  order by valid_to limit ${campaignsMax}`

const isSame = (one: StoredCampaign, other: StoredCampaign): boolean => {
  const list = ({ quantity, claims }: StoredCampaign) =>
    JSON.stringify([quantity, claims.map(claim => [claim.userId, claim.claimId, claim.redeemed].join(' ')).sort()])
  return list(one) === list(other)
}

/** A rush of claims may overtake the rebuild; the next repair tries again. */
const rebuildInTurn = async (stores: Pick<CouponStores, 'db' | 'redis'>, campaignId: string): Promise<Rebuilt> => {
  let rebuilt: Rebuilt = 'overtaken'
  for (let tries = 1; tries <= triesMax && rebuilt === 'overtaken'; tries += 1)
    rebuilt = await rebuildCampaign(stores, campaignId)
  return rebuilt
}
