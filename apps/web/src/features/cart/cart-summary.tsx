'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useTranslations } from 'next-intl'
import { useCartUi } from './cart-context'
import { CartTotals } from './cart-totals'
import { CheckoutButton } from './checkout-button'
import { CouponPreview } from './coupon-preview'

/** What the cart comes to and the way on. */
export const CartSummary = ({ cart }: { cart: CartView }) => {
  const t = useTranslations('cart')
  const { email } = useCartUi()
  return (
    <section aria-label={t('summary')} className="h-max rounded-sm border border-line bg-sheet p-6 lg:sticky lg:top-8">
      <CartTotals cart={cart} />
      <CouponPreview cart={cart} className="mt-3" />
      {cart.lines.length > 0 && <CheckoutButton cart={cart} className="mt-5" />}
      {email === null && <p className="mt-4 text-sm text-ink-2">{t('noAccount')}</p>}
    </section>
  )
}
