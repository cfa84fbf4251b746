'use client'

import type { CartView } from '@makegood/core/cart/views'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { useCartUi } from './cart-context'
import { useBestCoupon } from './use-best-coupon'

/** What the best of the shopper's coupons would save; for everybody else a quiet word that there are some. */
export const CouponPreview = ({ cart, className }: { cart: CartView; className?: string }) => {
  const t = useTranslations('cart')
  const locale = useLocale()
  const { email, closeDrawer } = useCartUi()
  const found = useBestCoupon(cart)
  if (found === null) return null
  if (found.kind === 'best')
    return (
      <p className={className}>
        <span className="figures block border-l-2 border-celadon bg-celadon-wash px-3.5 py-2.5 text-sm">
          {t('couponBest', { name: found.name, saving: priceText(toWireMoney(found.saving), locale) })}
        </span>
      </p>
    )
  if (found.kind === 'later')
    return (
      <p className={className}>
        <span className="figures block text-sm text-ink-2">
          {t('couponLater', { name: found.name, missing: priceText(toWireMoney(found.missing), locale) })}
        </span>
      </p>
    )
  return (
    <p className={className}>
      <Link
        href={email === null ? '/sign-in?returnTo=/cart' : '/account/coupons'}
        onClick={closeDrawer}
        className="in-text text-sm text-ink-2 text-link"
      >
        {t(email === null ? 'couponGuest' : 'couponClaim')}
      </Link>
    </p>
  )
}
