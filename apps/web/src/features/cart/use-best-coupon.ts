'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useDeliveryTerms } from '@/features/delivery/use-delivery-terms'
import { useTRPC } from '@/lib/trpc/context'
import { useCartUi } from './cart-context'
import { type CouponHint, findCouponHint } from './find-coupon-hint'

const fresh = 60_000

/** What there is to say of coupons beside this cart; null until it is known, and where there is nothing to say. */
export const useBestCoupon = (cart: CartView): CouponHint | null => {
  const api = useTRPC()
  const locale = useLocale()
  const { email } = useCartUi()
  const terms = useDeliveryTerms()
  const own = useQuery(api.store.coupon.listOwn.queryOptions({ locale }, { enabled: email !== null, staleTime: fresh }))
  const campaigns = useQuery(api.store.coupon.listCampaigns.queryOptions({ locale }, { staleTime: fresh }))
  if (!terms || cart.lines.length === 0 || (email !== null && !own.data)) return null
  return findCouponHint({
    cart,
    terms,
    coupons: own.data?.coupons ?? [],
    campaigns: campaigns.data?.campaigns ?? [],
    at: new Date(),
  })
}
