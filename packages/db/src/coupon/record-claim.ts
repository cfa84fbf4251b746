import type { Tx } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'

export type ClaimRequest = {
  readonly campaignId: string
  readonly userId: string
  readonly claimId: string
  readonly correlationId: string
}

export type RecordedClaim =
  | { readonly outcome: 'recorded' }
  | { readonly outcome: 'already-claimed'; readonly claimId: string; readonly redeemed: boolean }
  | { readonly outcome: 'sold-out' | 'not-valid' | 'not-found' }

/**
 * Issues one coupon to one person, in one statement: the claim, the campaign's counter and `coupon/claimed` exist together
 * or not at all. The counter is guarded (`claimed < quantity`, and by a check), the person by a unique key, so however many
 * ask at once no campaign gives more than it has, and nobody gets two.
 */
export const recordClaim = async (db: Tx, request: ClaimRequest): Promise<RecordedClaim> => {
  const { campaignId, userId, claimId } = request
  const rows = await db.$queryRaw<unknown[]>`
    with campaign as (
      select c.id from coupon_campaign c
      where c.id = ${campaignId} and not c.stopped and now() between c.valid_from and c.valid_to and c.claimed < c.quantity
        and not exists (select 1 from coupon_claim k where k.campaign_id = c.id and k.user_id = ${userId})
      for update
    ), claim as (
      insert into coupon_claim (id, campaign_id, user_id) select ${claimId}, id, ${userId} from campaign
      on conflict do nothing returning campaign_id, ${request.correlationId}::text as correlation_id
    ), counted as (
      update coupon_campaign c set claimed = c.claimed + 1 from claim where c.id = claim.campaign_id
    ), ${tellEvents('claim', [newEvent('coupon/claimed', { claimId, campaignId, userId })])}
    select 1 from claim`
  return rows.length > 0 ? { outcome: 'recorded' } : findReason(db, request)
}

type Facts = { known: boolean; open: boolean | null; claimId: string | null; redeemed: boolean | null }

/** Asked only now, in a statement of its own: the one above sees nothing of what it had to wait for. */
const findReason = async (db: Tx, { campaignId, userId }: ClaimRequest): Promise<RecordedClaim> => {
  const [facts] = await db.$queryRaw<Facts[]>`
    select c.id is not null as known, not c.stopped and now() between c.valid_from and c.valid_to as open,
      k.id as "claimId", k.status = 'REDEEMED' as redeemed
    from (select 1) as one left join coupon_campaign c on c.id = ${campaignId}
      left join coupon_claim k on k.campaign_id = c.id and k.user_id = ${userId}`
  if (facts?.claimId) return { outcome: 'already-claimed', claimId: facts.claimId, redeemed: facts.redeemed ?? false }
  if (!facts?.known) return { outcome: 'not-found' }
  return { outcome: facts.open ? 'sold-out' : 'not-valid' }
}
