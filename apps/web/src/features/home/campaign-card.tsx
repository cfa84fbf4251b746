'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Progress } from '@/components/ui/progress'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { shopCodeOf, wordsKeyOf } from '@/lib/trpc/shop-code'

type Campaigns = Outputs['store']['coupon']['listCampaigns']
type Props = {
  campaign: Campaigns['campaigns'][number]
  /** What was read with the page: it is looked at again after a while, not at once. */
  read: Campaigns
  /** What it asks for and until when, in words. */
  terms: string
  isGuest: boolean
  isClaimed: boolean
}

const lookAgainMs = 15_000

/** What the campaign gives and how many are left, looked at again while the page is open; claimed at one press. */
export const CampaignCard = ({ campaign: seeded, read, terms, isGuest, isClaimed }: Props) => {
  const t = useTranslations('home.campaign')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const [mine, setMine] = useState(isClaimed)
  const { data, refetch } = useQuery({
    ...api.store.coupon.listCampaigns.queryOptions({ locale }),
    initialData: read,
    refetchInterval: lookAgainMs,
    staleTime: lookAgainMs,
  })
  const fresh = data.campaigns.find(({ id }) => id === seeded.id)
  const campaign = fresh ?? seeded
  const left = fresh?.left ?? 0
  const claim = useMutation({
    ...api.store.coupon.claim.mutationOptions(),
    onSuccess: () => setMine(true),
    onError: error => shopCodeOf(error) === 'coupon-already-claimed' && setMine(true),
    onSettled: () => refetch(),
  })
  return (
    <section aria-labelledby="home-campaign" className="wrap">
      <div className="grid items-center gap-x-12 gap-y-6 border-y border-line py-9 md:grid-cols-[1fr_auto] md:py-11">
        <div>
          <p className="text-sm text-ink-2">{t('lead')}</p>
          <h2 id="home-campaign" className="mt-1 text-title">
            {campaign.name}
          </h2>
          <p className="figures mt-2 text-ink-2">{terms}</p>
        </div>
        <div className="md:w-72">
          <Progress label={t('left', { left, quantity: campaign.quantity })} value={left} max={campaign.quantity} />
          <p className="figures mt-2 text-sm text-ink-2">{t('left', { left, quantity: campaign.quantity })}</p>
          <div className="mt-4">
            {mine ? (
              <ButtonLink href="/products" kind="line" size="medium" className="w-full">
                {t('use')}
              </ButtonLink>
            ) : isGuest ? (
              <ButtonLink href="/sign-in?returnTo=%2F" size="medium" className="w-full">
                {t('signIn')}
              </ButtonLink>
            ) : (
              <Button
                size="medium"
                className="w-full"
                disabled={left === 0}
                aria-disabled={claim.isPending}
                onClick={() => !claim.isPending && claim.mutate({ campaignId: campaign.id })}
              >
                {left === 0 ? t('gone') : claim.isPending ? t('claiming') : t('claim')}
              </Button>
            )}
          </div>
          <p role="status" className="mt-2 min-h-5 text-sm text-celadon">
            {mine && t('mine')}
          </p>
          {claim.isError && !mine && (
            <p role="alert" className="text-sm text-rust">
              {errors(wordsKeyOf(claim.error))}
            </p>
          )}
        </div>
      </div>
    </section>
  )
}
