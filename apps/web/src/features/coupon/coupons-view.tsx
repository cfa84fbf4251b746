'use client'

import type { OwnCouponView } from '@makegood/core/coupon/views'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { AccountSection } from '@/features/account/account-section'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { OpenCampaign } from './open-campaign'
import { OwnCoupon } from './own-coupon'

type Props = {
  firstOwn: Outputs['store']['coupon']['listOwn']
  firstOpen: Outputs['store']['coupon']['listCampaigns']
  readAt: string
}

const lookEveryMs = 3000
/** Half an hour of looking; a page that is left open longer is read anew when it is looked at again. */
const looksMax = 600

const usable: readonly OwnCouponView['state'][] = ['ready', 'in-use', 'not-yet']

/** The shopper's coupons, and those that can be had with what is left of each as it falls. */
export const CouponsView = ({ firstOwn, firstOpen, readAt }: Props) => {
  const t = useTranslations('account.coupons')
  const places = useTranslations('account.places')
  const locale = useLocale()
  const api = useTRPC()
  const looks = useRef(0)
  const own = useQuery(api.store.coupon.listOwn.queryOptions({ locale }, { initialData: firstOwn }))
  const open = useQuery(
    api.store.coupon.listCampaigns.queryOptions(
      { locale },
      {
        initialData: firstOpen,
        refetchInterval: () => {
          looks.current += 1
          return looks.current > looksMax ? false : lookEveryMs
        },
      },
    ),
  )
  const { coupons } = own.data
  const { campaigns } = open.data
  const mine = new Set(coupons.map(coupon => coupon.campaignId))
  const now = coupons.filter(coupon => usable.includes(coupon.state))
  const past = coupons.filter(coupon => !usable.includes(coupon.state))
  return (
    <>
      <h1 className="text-title">{places('coupons')}</h1>
      <AccountSection title={t('open')} text={t('openText')} className="mt-8!">
        {campaigns.length === 0 ? (
          <p className="border-y border-line py-6 text-ink-2">{t('noneOpen')}</p>
        ) : (
          <ul className="grid gap-3 sm:grid-cols-2">
            {campaigns.map(campaign => (
              <OpenCampaign key={campaign.id} campaign={campaign} mine={mine.has(campaign.id)} readAt={readAt} />
            ))}
          </ul>
        )}
      </AccountSection>
      <AccountSection title={t('mine')}>
        {now.length === 0 ? (
          <EmptyState title={t('noneMine')} text={t('noneMineText')} />
        ) : (
          <ul className="border-t border-line">
            {now.map(coupon => (
              <OwnCoupon key={coupon.claimId} coupon={coupon} readAt={readAt} />
            ))}
          </ul>
        )}
      </AccountSection>
      {past.length > 0 && (
        <AccountSection title={t('past')}>
          <ul className="border-t border-line">
            {past.map(coupon => (
              <OwnCoupon key={coupon.claimId} coupon={coupon} readAt={readAt} />
            ))}
          </ul>
        </AccountSection>
      )}
    </>
  )
}
