import type { campaignViewSchema, operatorCampaignPageSchema } from '@makegood/core/coupon/views'
import type { Locale } from '@makegood/core/locale'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { type TermsRow, termsColumns, toWireTerms } from './campaign-row.ts'

type CampaignView = z.infer<typeof campaignViewSchema>
type OperatorCampaignPage = z.infer<typeof operatorCampaignPageSchema>
type Row = TermsRow & { id: string; nameKo: string; nameEn: string; quantity: number; claimed: number }

const openMax = 50

/** The campaigns that shoppers can claim from now or soon, with what is left of each at this moment; the first to end first. */
export const listCampaigns = async (db: Tx, locale: Locale): Promise<CampaignView[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select ${termsColumns}, campaign.id, campaign.name_ko as "nameKo", campaign.name_en as "nameEn", campaign.quantity,
      campaign.claimed
    from coupon_campaign campaign
    where not campaign.stopped and campaign.valid_to >= now() and campaign.valid_from < now() + interval '30 days'
    order by campaign.valid_to, campaign.id limit ${openMax}`
  return rows.map(row => ({
    id: row.id,
    name: locale === 'ko' ? row.nameKo : row.nameEn,
    terms: toWireTerms(row),
    quantity: row.quantity,
    left: row.quantity - row.claimed,
  }))
}

const pageSize = 50

/** One page of all campaigns for operators, newest first, by key: with what was claimed and redeemed of each. */
export const listAllCampaigns = async (
  db: Tx,
  request: { readonly cursor?: string | undefined },
): Promise<OperatorCampaignPage> => {
  const after = request.cursor ?? null
  const rows = await db.$queryRaw<(Row & { redeemed: number; createdAt: Date })[]>`
    select ${termsColumns}, campaign.id, campaign.name_ko as "nameKo", campaign.name_en as "nameEn", campaign.quantity,
      campaign.claimed, campaign.created_at as "createdAt",
      (select count(*)::int from coupon_claim k where k.campaign_id = campaign.id and k.status = 'REDEEMED') as redeemed
    from coupon_campaign campaign
    where ${after}::text is null or campaign.id < ${after}
    order by campaign.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  return {
    campaigns: page.map(row => ({
      id: row.id,
      nameKo: row.nameKo,
      nameEn: row.nameEn,
      terms: toWireTerms(row),
      quantity: row.quantity,
      claimed: row.claimed,
      redeemed: row.redeemed,
      createdAt: row.createdAt.toISOString(),
    })),
    nextCursor: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}
