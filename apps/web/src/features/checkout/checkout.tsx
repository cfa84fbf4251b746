'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CartSkeleton } from '@/features/cart/cart-skeleton'
import { useCart } from '@/features/cart/use-cart'
import { Link } from '@/i18n/navigation'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { CheckoutForm } from './checkout-form'
import { CheckoutSummary } from './checkout-summary'
import { usePlaceOrder } from './use-place-order'

export type Person = { readonly name: string; readonly email: string } | null

/** Contact, address and summary on one page; the card comes on the next, once the goods are put aside. */
export const Checkout = ({ me }: { me: Person }) => {
  const t = useTranslations('checkout')
  const errors = useTranslations('errors')
  const cart = useCart()
  const placing = usePlaceOrder()

  if (cart.data === undefined && cart.error)
    return (
      <Callout tone="bad" role="alert" className="mt-8" title={t('cartFailed')}>
        {errors(wordsKeyOf(cart.error))}
        <Button kind="line" size="medium" className="mt-3 flex" onClick={() => cart.refetch()}>
          {t('readAgain')}
        </Button>
      </Callout>
    )
  if (cart.data === undefined) return <CartSkeleton />
  // While the page is on its way to the order, the cart may already be empty: the form stays until then.
  if (cart.data.lines.length === 0 && placing.state === 'idle')
    return (
      <div className="py-14">
        <p className="text-lead">{t('empty')}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <Button asChild>
            <Link href="/products">{t('look')}</Link>
          </Button>
          <Button asChild kind="line">
            <Link href="/orders">{t('myOrders')}</Link>
          </Button>
        </div>
      </div>
    )
  return (
    <div className="mt-6 grid gap-10 lg:grid-cols-[7fr_4fr] lg:gap-16">
      <CheckoutForm me={me} cart={cart.data} placing={placing} />
      <CheckoutSummary cart={cart.data} />
    </div>
  )
}
