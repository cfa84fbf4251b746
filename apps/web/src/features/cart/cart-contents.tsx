'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { CartFailed } from './cart-failed'
import { CartLines } from './cart-lines'
import { CartSkeleton } from './cart-skeleton'
import { CartSummary } from './cart-summary'
import { useCart } from './use-cart'
import { useRemovedLines } from './use-removed-lines'

/** The cart as the shopper left it; what was taken out stays on the page for as long as it can be put back. */
export const CartContents = () => {
  const t = useTranslations('cart')
  const cart = useCart()
  const removed = useRemovedLines(cart.data)
  if (cart.data === undefined) return cart.error ? <CartFailed error={cart.error} className="mt-8" /> : <CartSkeleton />
  if (cart.data.lines.length + removed.rows.length === 0)
    return (
      <div className="py-14">
        <p className="text-lead">{t('empty')}</p>
        <ButtonLink href="/products" className="mt-6">
          {t('look')}
        </ButtonLink>
      </div>
    )
  return (
    <div className="mt-6 grid grid-cols-1 gap-10 lg:grid-cols-[7fr_4fr] lg:gap-16">
      <section aria-labelledby="cart-lines">
        <h2 id="cart-lines" className="sr-only">
          {t('lines')}
        </h2>
        <CartLines cart={cart.data} removed={removed} />
      </section>
      <CartSummary cart={cart.data} />
    </div>
  )
}
