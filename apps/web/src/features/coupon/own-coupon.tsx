'use client'

import type { OwnCouponView } from '@makegood/core/coupon/views'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/i18n/navigation'
import { useCouponTerms } from './use-coupon-terms'

export const OwnCoupon = ({ coupon, readAt }: { coupon: OwnCouponView; readAt: string }) => {
  const t = useTranslations('account.coupons')
  const inWords = useCouponTerms()
  const { off, rules } = inWords(coupon.terms, readAt)
  const usable = coupon.state === 'ready'
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-4">
      <div className={usable ? '' : 'text-ink-2'}>
        <p className="font-medium">{coupon.name}</p>
        <p className="figures text-sub">{off}</p>
        <p className="figures text-sm text-ink-2">{rules}</p>
      </div>
      <p className="flex items-center gap-3">
        <Badge tone={usable ? 'good' : 'plain'}>{t(`states.${coupon.state}`)}</Badge>
        {coupon.orderId && (
          <Link href={`/orders/${coupon.orderId}`} className="inline-flex min-h-11 items-center text-sm text-link">
            {t('toOrder')}
          </Link>
        )}
      </p>
    </li>
  )
}
