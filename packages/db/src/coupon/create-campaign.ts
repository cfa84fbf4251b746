import type { CreateCampaignInput } from '@makegood/core/coupon/inputs'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'

const currency = 'KRW'

/**
 * Makes one campaign for one client-made id, with its audit entry in the same transaction. The same id with the same
 * request gives the same answer and writes nothing more; with another request it is refused.
 */
export const createCampaign = (
  db: Db,
  campaign: CreateCampaignInput,
  operatorId: string,
): Promise<{ readonly campaignId: string }> =>
  inTransaction(db, async tx => {
    const { campaignId } = campaign
    if (await insertCampaign(tx, campaign)) {
      await writeAudit(tx, {
        actorKind: 'operator',
        actorId: operatorId,
        action: 'coupon.create',
        orderId: null,
        subject: campaignId,
        details: campaign,
      })
      return { campaignId }
    }
    if (await isSame(tx, campaign)) return { campaignId }
    throw new DomainError('conflict', `campaign id ${campaignId} belongs to another request`)
  })

const insertCampaign = async (tx: Tx, campaign: CreateCampaignInput): Promise<boolean> => {
  const inserted = await tx.$executeRaw`
    insert into coupon_campaign (id, name_ko, name_en, kind, percent, amount_minor, minimum_minor, currency, valid_from,
      valid_to, quantity)
    values (${campaign.campaignId}, ${campaign.nameKo}, ${campaign.nameEn}, ${campaign.kind}, ${campaign.percent},
      ${toMinor(campaign.amountMinor)}, ${BigInt(campaign.minimumMinor)}, ${currency}, ${new Date(campaign.validFrom)},
      ${new Date(campaign.validTo)}, ${campaign.quantity})
    on conflict (id) do nothing`
  return inserted === 1
}

const isSame = async (tx: Tx, campaign: CreateCampaignInput): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from coupon_campaign where id = ${campaign.campaignId} and name_ko = ${campaign.nameKo}
      and name_en = ${campaign.nameEn} and kind = ${campaign.kind} and percent is not distinct from ${campaign.percent}
      and amount_minor is not distinct from ${toMinor(campaign.amountMinor)}
      and minimum_minor = ${BigInt(campaign.minimumMinor)} and valid_from = ${new Date(campaign.validFrom)}
      and valid_to = ${new Date(campaign.validTo)} and quantity = ${campaign.quantity}`
  return rows.length > 0
}

const toMinor = (amount: string | null): bigint | null => (amount === null ? null : BigInt(amount))
