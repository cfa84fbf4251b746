import type { Outputs } from '@/lib/trpc/router'

export type Campaign = Outputs['admin']['coupon']['list']['campaigns'][number]
export type CampaignState = 'soon' | 'open' | 'gone' | 'ended' | 'stopped'

/** Where a campaign stands at this moment, as shoppers meet it. */
export const campaignStateOf = ({ terms, claimed, quantity }: Campaign, now: Date): CampaignState => {
  if (terms.stopped) return 'stopped'
  if (now > new Date(terms.validTo)) return 'ended'
  if (now < new Date(terms.validFrom)) return 'soon'
  return claimed >= quantity ? 'gone' : 'open'
}
