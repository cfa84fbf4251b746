'use client'

import type { OwnAddress } from '@makegood/core/address/views'
import { fromWireDeliveryTerms, type WireDeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CartSkeleton } from '@/features/cart/cart-skeleton'
import { useCart } from '@/features/cart/use-cart'
import type { Gateway } from '@/features/order/order-live'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { CheckoutForm } from './checkout-form'
import { EmptyCheckout } from './empty-checkout'
import { usePlaceAndPay } from './use-place-and-pay'

export type Person = { readonly name: string; readonly email: string } | null

/** What the page knows of its visitor and its shop before it is alive. */
export type CheckoutFacts = {
  readonly me: Person
  readonly gateway: Gateway
  readonly terms: WireDeliveryTerms
  readonly addresses: readonly OwnAddress[]
  /** Null for a guest, and where the page did not wait for it any longer: then it is asked for once the page is alive. */
  readonly wallet: Outputs['store']['wallet']['get'] | null
  readonly coupons: Outputs['store']['coupon']['listOwn'] | null
  readonly serverNow: string
}

/** Everything on one page and one press: contact, address, delivery, coupon, wallet and card. */
export const Checkout = ({ facts, promise }: { facts: CheckoutFacts; promise: ReactNode }) => {
  const t = useTranslations('checkout')
  const errors = useTranslations('errors')
  const cart = useCart()
  const placing = usePlaceAndPay(facts.gateway)
  const terms = useMemo(() => fromWireDeliveryTerms(facts.terms), [facts.terms])

  if (cart.data === undefined && cart.error)
    return (
      <Callout tone="bad" role="alert" className="mt-8" title={t('cartFailed')}>
        {errors(wordsKeyOf(cart.error))}
        <Button kind="line" size="medium" className="mt-3 flex!" onClick={() => cart.refetch()}>
          {t('readAgain')}
        </Button>
      </Callout>
    )
  if (cart.data === undefined && cart.isLoading) return <CartSkeleton />
  const toOrder = placing.sentCart ?? cart.data
  // While the order is under way the cart may already be empty: the form stays until then.
  if (!toOrder || (toOrder.lines.length === 0 && placing.state === 'idle')) return <EmptyCheckout />
  return <CheckoutForm facts={facts} terms={terms} cart={toOrder} placing={placing} promise={promise} />
}
