'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { Outputs } from '@/lib/trpc/router'
import { useClaim } from './use-claim'
import { useCouponTerms } from './use-coupon-terms'

type Campaign = Outputs['store']['coupon']['listCampaigns']['campaigns'][number]
type Props = { campaign: Campaign; mine: boolean; readAt: string }

/** A coupon that can be had: what it does, how many are left at this moment, and the button that takes one. */
export const OpenCampaign = ({ campaign, mine, readAt }: Props) => {
  const t = useTranslations('account.coupons')
  const errors = useTranslations('errors')
  const inWords = useCouponTerms()
  const { busy, fault, claim } = useClaim(campaign.id)
  const { off, rules } = inWords(campaign.terms, readAt)
  const gone = campaign.left <= 0
  const early = campaign.terms.validFrom > readAt
  const left = gone ? t('gone') : t('left', { left: campaign.left, quantity: campaign.quantity })
  return (
    <li className="rounded-sm border border-line bg-sheet p-5" data-campaign={campaign.id}>
      <p className="font-medium">{campaign.name}</p>
      <p className="figures text-sub">{off}</p>
      <p className="figures text-sm text-ink-2">{rules}</p>
      <p className={`figures mt-4 text-sm ${gone ? 'text-rust' : 'text-ink-2'}`} data-testid="left">
        {left}
      </p>
      <Progress label={left} value={campaign.left} max={campaign.quantity} className="mt-1.5" />
      <Button
        size="medium"
        kind={mine ? 'line' : 'primary'}
        className="mt-4 w-full"
        disabled={mine || gone || early}
        aria-disabled={busy}
        onClick={claim}
      >
        {mine ? t('have') : early ? t('soon') : busy ? t('claiming') : t('claim')}
      </Button>
      <p role="alert" className="text-sm font-medium text-rust">
        {fault && <span className="mt-2 block">{errors(fault)}</span>}
      </p>
    </li>
  )
}
