'use client'

import type { CartView } from '@makegood/core/cart/views'
import type { DeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { stockProblem } from '@/features/cart/cart-changes'
import { readAmount, splitPayment } from '@/features/payment/split-payment'
import { useCard } from '@/features/payment/use-card'
import { priceText } from '@/lib/price-text'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { useTRPC } from '@/lib/trpc/context'
import { AddressPart } from './address-part'
import type { CheckoutFacts } from './checkout'
import { keptOrderId } from './checkout-draft'
import { newAddress } from './checkout-fields'
import { CheckoutSummary } from './checkout-summary'
import { ContactPart } from './contact-part'
import { CouponPart } from './coupon-part'
import { DeliveryPart } from './delivery-part'
import { PayBar } from './pay-bar'
import { PayButton } from './pay-button'
import { PaymentPart } from './payment-part'
import { PlaceFailure, tellsOfCart } from './place-failure'
import { priceCheckout } from './price-checkout'
import { useCheckoutForm } from './use-checkout-form'
import { useNow } from './use-now'
import type { Placing } from './use-place-and-pay'

type Props = { facts: CheckoutFacts; terms: DeliveryTerms; cart: CartView; placing: Placing; promise: ReactNode }

/** The whole order: what is chosen changes the total at once, and one press orders and pays. */
export const CheckoutForm = ({ facts, terms, cart, placing, promise }: Props) => {
  const { me, gateway, addresses } = facts
  const locale = useLocale()
  const t = useTranslations('checkout')
  const api = useTRPC()
  const form = useCheckoutForm(facts)
  const card = useCard()
  const at = useNow(facts.serverNow)
  // Read once the page is alive, since a server keeps nothing of a visitor, and again after each press, which may have made one.
  const [orderId, setOrderId] = useState<string | null>(null)
  const { state } = placing
  useEffect(() => {
    if (state === 'idle') setOrderId(keptOrderId())
  }, [state])
  const enabled = me !== null
  const wallet = useQuery(
    api.store.wallet.get.queryOptions(undefined, { enabled, ...(facts.wallet && { initialData: facts.wallet }) }),
  )
  const own = useQuery(
    api.store.coupon.listOwn.queryOptions(
      { locale },
      { enabled, ...(facts.coupons && { initialData: facts.coupons }) },
    ),
  )
  const [country, deliveryMethod, coupon, typedWallet] = form.watch(['country', 'deliveryMethod', 'coupon', 'wallet'])
  const price = priceCheckout(
    { country, deliveryMethod, coupon },
    { cart, coupons: own.data?.coupons ?? [], terms, orderId, at },
  )
  const balanceMinor = BigInt(wallet.data?.balance.amountMinor ?? '0')
  const legs = splitPayment(price.total.amountMinor, readAmount(typedWallet), balanceMinor)
  const totalText = priceText(toWireMoney(price.total), locale)
  const blocked = cart.lines.filter(line => stockProblem(line) !== null).map(line => line.name)
  const busy = placing.state !== 'idle'
  // What the account has may change what there is to pay: until it is known nothing can be bought.
  const unknown = own.isLoading || wallet.isLoading

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || blocked.length > 0 || unknown) return
    void form.handleSubmit(
      async values => {
        const first = legs.cardMinor > 0n ? card.findFirstFault() : null
        if (first) return card.focusOn(first)
        const failure = await placing.buy({
          values,
          cart,
          price,
          walletMinor: legs.walletMinor,
          card: legs.cardMinor > 0n ? card.values : null,
          keepAddress: me !== null && values.savedAddress === newAddress && values.keepAddress === '1',
        })
        if (failure?.kind === 'card') card.refuse(failure.field, failure.words)
        // A coupon is of one order, and so is what the wallet pays.
        if (!failure) form.setValue('wallet', '')
      },
      () => {
        if (legs.cardMinor > 0n) card.findFirstFault()
      },
    )(event)
  }
  const button = { state: placing.state, total: totalText, blocked, told: tellsOfCart(placing.failure), unknown }

  return (
    <div className="mt-6 grid grid-cols-1 gap-10 lg:grid-cols-[7fr_4fr] lg:gap-16">
      {/* Sent first, because a phone shows it on top: what is put above a page that is painted already moves it. */}
      <CheckoutSummary cart={cart} price={price} />
      <form
        id="checkout"
        className="lg:col-start-1 lg:row-start-1"
        noValidate
        onKeyDown={stopComposingEnter}
        onSubmit={submit}
        aria-busy={busy}
      >
        <ContactPart me={me} form={form} />
        <AddressPart me={me} addresses={addresses} form={form} />
        <DeliveryPart price={price} onChange={method => form.setValue('deliveryMethod', method)} />
        <CouponPart me={me} price={price} onChange={claimId => form.setValue('coupon', claimId)} />
        <PaymentPart
          price={price}
          balanceMinor={balanceMinor}
          legs={legs}
          wallet={typedWallet}
          onWallet={typed => form.setValue('wallet', typed)}
          card={card}
          gateway={gateway}
        />
        <div className="mt-9 space-y-4">
          <PlaceFailure placing={placing} totalText={totalText} />
          {promise}
          <PayButton {...button} className="hidden lg:flex" />
          <p className="text-sm text-ink-2">{t('next')}</p>
        </div>
      </form>
      <PayBar {...button} />
    </div>
  )
}
