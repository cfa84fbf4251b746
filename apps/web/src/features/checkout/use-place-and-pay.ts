'use client'

import type { CartView } from '@makegood/core/cart/views'
import { newId } from '@makegood/core/ids'
import type { OrderView } from '@makegood/core/order/views'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useRef, useState } from 'react'
import { cartKey } from '@/features/cart/cart-changes'
import type { Gateway } from '@/features/order/order-live'
import type { CardField, CardValues } from '@/features/payment/card-format'
import { keepMix } from '@/features/payment/kept-mix'
import { makePaymentMethod } from '@/features/payment/make-payment-method'
import { paymentIdFor } from '@/features/payment/payment-attempt'
import { useRouter } from '@/i18n/navigation'
import { isOffline } from '@/lib/is-offline'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { detailsOf, shopCodeOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import { forgetOrderId, orderIdFor } from './checkout-draft'
import { type CheckoutValues, countryOf } from './checkout-fields'
import { type CartChange, findCartChanges } from './find-cart-changes'
import { giveUpOrder } from './give-up-order'
import type { CheckoutPrice } from './price-checkout'
import { isDecided, untilOrder } from './until-order'

type Words = ReturnType<typeof wordsKeyOf>

/** An order that had arrived, while what is asked for now is something else. */
export type EarlierOrder = {
  readonly kind: 'taken'
  readonly orderId: string
  readonly number: string
  /** Why it could not be given up; null where nobody asked for that. */
  readonly trouble: Words | null
}

export type PlaceFailure =
  | { readonly kind: 'card'; readonly field: CardField; readonly words: 'wrong' | 'past' | 'refused' }
  | { readonly kind: 'gateway' }
  | { readonly kind: 'offline' }
  /** The order was sent, and whether it arrived is not known. */
  | { readonly kind: 'lost' }
  | EarlierOrder
  | { readonly kind: 'given-up'; readonly number: string; readonly missing: readonly string[] }
  | { readonly kind: 'sold-out'; readonly shortLines: OrderView['shortLines'] }
  | { readonly kind: 'total'; readonly changes: readonly CartChange[] }
  | {
      readonly kind: 'shop'
      readonly words: Words
      readonly changes: readonly CartChange[]
    }

export type Purchase = {
  readonly values: CheckoutValues
  readonly cart: CartView
  readonly price: CheckoutPrice
  readonly walletMinor: bigint
  /** Null where nothing is left for a card. */
  readonly card: CardValues | null
  /** True where the address shall be kept with the account. */
  readonly keepAddress: boolean
}

export type Placing = {
  readonly state: 'idle' | 'card' | 'placing' | 'reserving' | 'paying' | 'undoing' | 'leaving'
  readonly failure: PlaceFailure | null
  /** The cart of an order that may have arrived: it stays the one to order, whatever has become of the shopper's own since. */
  readonly sentCart: CartView | null
  readonly buy: (purchase: Purchase) => Promise<PlaceFailure | null>
  /** Gives an earlier order up, so that its goods can be ordered anew. */
  readonly startOver: (earlier: EarlierOrder) => Promise<void>
}

/** With these the cart or the coupons are other ones than this page shows. */
const changedWith = [
  'total-changed',
  'variant-unavailable',
  'cart-empty',
  'coupon-in-use',
  'coupon-not-valid',
  'coupon-minimum',
]

/**
 * Buys in one press: the card becomes a token, the order is placed, its goods are put aside, and it is paid. Each of these
 * happens once however often it is asked for. From the moment the goods are aside whatever fails goes on at the order's own
 * page, which tells it and takes another card; before that the form stays. An answer that was lost is no refusal: the next
 * press sends the same id, which finds the order if it arrived.
 */
export const usePlaceAndPay = (gateway: Gateway): Placing => {
  const api = useTRPC()
  const caller = useTRPCClient()
  const client = useQueryClient()
  const locale = useLocale()
  const router = useRouter()
  const [state, setState] = useState<Placing['state']>('idle')
  const [failure, setFailure] = useState<PlaceFailure | null>(null)
  const [sentCart, setSentCart] = useState<CartView | null>(null)
  const busy = useRef(false)

  const stop = (found: PlaceFailure): PlaceFailure => {
    busy.current = false
    setState('idle')
    setFailure(found)
    return found
  }
  const leave = (orderId: string): null => {
    setState('leaving')
    router.push(`/orders/${orderId}`)
    return null
  }

  const place = async (orderId: string, { values, price }: Purchase): Promise<void> => {
    await caller.store.order.place.mutate({
      orderId,
      expectedTotalMinor: price.total.amountMinor.toString(),
      email: values.email.trim(),
      address: addressOf(values),
      deliveryMethod: price.method,
      couponClaimId: price.coupon?.claimId ?? null,
      locale,
    })
  }

  const readCart = async (): Promise<CartView> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: api.store.coupon.pathKey() }),
      client.invalidateQueries({ queryKey: api.store.delivery.pathKey() }),
    ])
    return await client.fetchQuery({ ...api.store.cart.get.queryOptions({ locale }), staleTime: 0 })
  }

  const refuse = async (error: unknown, { cart }: Purchase): Promise<PlaceFailure> => {
    const code = shopCodeOf(error)
    const { orderId, number } = detailsOf(error)
    const isOwn = code === 'order-id-taken' && typeof orderId === 'string' && typeof number === 'string'
    setSentCart(code === null || isOwn ? cart : null)
    if (code === null) return stop({ kind: 'lost' })
    if (isOwn) return stop({ kind: 'taken', orderId, number, trouble: null })
    if (code === 'order-id-taken') forgetOrderId()
    const changes = changedWith.includes(code) ? findCartChanges(cart, await readCart()) : []
    if (code === 'total-changed' && typeof detailsOf(error).totalMinor === 'string')
      return stop({ kind: 'total', changes })
    return stop({ kind: 'shop', words: wordsKeyOf(error), changes })
  }

  const buy = async (purchase: Purchase): Promise<PlaceFailure | null> => {
    if (busy.current) return null
    busy.current = true
    setFailure(null)
    setState('card')
    if (isOffline()) return stop({ kind: sentCart ? 'lost' : 'offline' })
    const token = purchase.card && (await makePaymentMethod(gateway, purchase.card))
    if (token?.outcome === 'no-answer') return stop({ kind: 'gateway' })
    if (token?.outcome === 'offline') return stop({ kind: 'offline' })
    if (token?.outcome === 'refused') return stop({ kind: 'card', field: token.field ?? 'number', words: token.words })
    const orderId = orderIdFor(cartKey(purchase.cart))
    try {
      setState('placing')
      await place(orderId, purchase)
    } catch (error) {
      return await refuse(error, purchase)
    }
    setState('reserving')
    keepMix(orderId, purchase.walletMinor)
    const [order] = await Promise.all([untilOrder(caller, { orderId, locale }, isDecided), keepAddress(purchase)])
    if (order?.status === 'CANCELLED' && order.shortLines.length > 0) {
      forgetOrderId()
      await readCart()
      setSentCart(null)
      return stop({ kind: 'sold-out', shortLines: order.shortLines })
    }
    if (order?.status !== 'STOCK_RESERVED') return leave(orderId)
    setState('paying')
    await pay(order, purchase.walletMinor, token?.paymentMethod ?? null)
    return leave(orderId)
  }

  /** What fails here is told by the order's page, where the order waits for its payment. */
  const pay = async (order: OrderView, walletMinor: bigint, paymentMethod: string | null): Promise<void> => {
    const payment = {
      orderId: order.id,
      paymentId: paymentIdFor(order),
      walletMinor: walletMinor.toString(),
      paymentMethod,
    }
    try {
      await caller.store.order.pay.mutate(payment)
    } catch (error) {
      console.warn('the payment was not taken; the page of the order goes on', error)
    }
  }

  const keepAddress = async ({ values, keepAddress: wanted }: Purchase): Promise<void> => {
    if (!wanted) return
    try {
      await caller.store.address.save.mutate({ addressId: newId('address', new Date()), address: addressOf(values) })
      await client.invalidateQueries({ queryKey: api.store.address.pathKey() })
    } catch (error) {
      console.warn('the address was not kept; the order goes on', error)
    }
  }

  const startOver = async (earlier: EarlierOrder): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setState('undoing')
    try {
      const given = await giveUpOrder(caller, earlier.orderId, locale)
      if (given.outcome === 'stands') return void leave(earlier.orderId)
      if (given.outcome === 'under-way') return void stop({ ...earlier, trouble: 'cancel-in-progress' })
      forgetOrderId()
      await readCart()
      setSentCart(null)
      stop({ kind: 'given-up', number: given.number, missing: given.missing })
    } catch (error) {
      stop({ ...earlier, trouble: wordsKeyOf(error) })
    }
  }
  return { state, failure, sentCart, buy, startOver }
}

const addressOf = ({ country, recipient, phone, postcode, address1, address2, deliveryNote }: CheckoutValues) => ({
  country: countryOf(country),
  recipient,
  phone,
  postcode,
  address1,
  address2,
  deliveryNote,
})
