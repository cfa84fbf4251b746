'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { GuardedButton } from '@/features/admin/guarded-button'
import { InPlace } from '@/features/admin/in-place'
import { useCouponTerms } from '@/features/coupon/use-coupon-terms'
import { cn } from '@/lib/cn'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'
import { CampaignActs } from './campaign-acts'
import { CampaignOrders } from './campaign-orders'
import { type Campaign, campaignStateOf } from './campaign-state'
import { NewCampaign } from './new-campaign'

type Page = Outputs['admin']['coupon']['list']

/** Every campaign with its live counts, what can be done with it, and the orders that hold one of its coupons. */
export const CouponBoard = ({ first, cursor, readAt }: { first: Page; cursor?: string; readAt: string }) => {
  const t = useTranslations('adminBoards.coupons')
  const api = useTRPC()
  const [creating, setCreating] = useState(false)
  const reading = useQuery({
    ...api.admin.coupon.list.queryOptions(cursor ? { cursor } : {}),
    initialData: first,
    refetchInterval: 5000,
  })
  const { campaigns } = reading.data
  return (
    <>
      <InPlace open={creating ? 'new' : null}>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
          <h1 className="text-head">{t('title')}</h1>
          <GuardedButton
            permission="coupon.manage"
            size="small"
            aria-expanded={creating}
            data-opens="new"
            onClick={() => setCreating(!creating)}
          >
            {t('new')}
          </GuardedButton>
        </div>
        {creating && <NewCampaign onClose={() => setCreating(false)} />}
      </InPlace>
      <p className="pb-2 text-ink-2">{t('live')}</p>
      {campaigns.length === 0 && <p className="py-10 text-base">{t('none')}</p>}
      <ul className="border-t border-line">
        {campaigns.map(campaign => (
          <CampaignRow key={campaign.id} campaign={campaign} readAt={readAt} />
        ))}
      </ul>
    </>
  )
}

const CampaignRow = ({ campaign, readAt }: { campaign: Campaign; readAt: string }) => {
  const t = useTranslations('adminBoards.coupons')
  const locale = useLocale()
  const format = useFormatter()
  const termsOf = useCouponTerms()
  const [showing, setShowing] = useState(false)
  const { off, rules } = termsOf(campaign.terms, readAt)
  const state = campaignStateOf(campaign, new Date(readAt))
  const counts = [
    [t('columns.claimed'), t('of', { claimed: campaign.claimed, quantity: campaign.quantity })],
    [t('columns.left'), format.number(campaign.quantity - campaign.claimed)],
    [t('columns.redeemed'), format.number(campaign.redeemed)],
  ] as const
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-base font-semibold">{locale === 'ko' ? campaign.nameKo : campaign.nameEn}</h2>
        <span className={cn('font-medium', state === 'open' && 'text-celadon', state === 'stopped' && 'text-rust')}>
          {t(`states.${state}`)}
        </span>
      </div>
      <p className="mt-1">
        {off} · {rules}
      </p>
      <p className="figures text-ink-2">
        <Moment at={campaign.terms.validFrom} /> – <Moment at={campaign.terms.validTo} />
      </p>
      <dl className="mt-2 flex flex-wrap gap-x-8">
        {counts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-2">{name}</dt>
            <dd className="figures text-sub">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-2 flex flex-wrap gap-2.5">
        <Button kind="quiet" size="small" aria-expanded={showing} onClick={() => setShowing(!showing)}>
          {t('orders')}
        </Button>
        <CampaignActs campaign={campaign} />
      </div>
      {showing && <CampaignOrders campaignId={campaign.id} />}
    </li>
  )
}
