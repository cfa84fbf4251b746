'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { AccountOffer } from '@/features/account-offer/account-offer'
import { forgetOrderId, keptOrderId } from '@/features/checkout/checkout-draft'
import { BackToCart, ranOut } from '@/features/payment/back-to-cart'
import { PayPanel } from '@/features/payment/pay-panel'
import { TimeLeft } from '@/features/payment/time-left'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { ApprovalNote } from './approval-note'
import { CancelPanel } from './cancel-panel'
import { ConfirmPurchase } from './confirm-purchase'
import { ConnectionNote } from './connection-note'
import { MoneyBack } from './money-back'
import { CancellationNote, CouponBackNote, TakenUpNote } from './order-facts'
import { OrderProgress } from './order-progress'
import { OrderSummary } from './order-summary'
import { headlineOf } from './order-words'
import { PackedNote } from './packed-note'
import { ParcelNote } from './parcel-note'
import { ReturnPanel } from './return-panel'
import { ReturnsList } from './returns-list'
import { ShortLines } from './short-lines'
import { useComeBack } from './use-come-back'
import { useLiveOrder } from './use-live-order'

export type Gateway = Outputs['store']['payment']['config']
type Props = {
  first: OrderView
  gateway: Gateway
  serverNow: string
  /** The payment with which the shopper comes back from the bank's page. */
  comesBackWith: string | null
}

/** Once a guest has paid; not to who only has a link, and not where the order came to nothing. */
const mayOfferAccount = (order: OrderView): boolean =>
  !order.ofAccount && !order.contactHidden && order.paid !== null && order.status !== 'CANCELLED'

const atRest: readonly OrderView['status'][] = ['CONFIRMED', 'COMPLETED', 'REFUNDED', 'CANCELLED']

/** The order's own page: it changes by itself as the order does. */
export const OrderLive = ({ first, gateway, serverNow, comesBackWith }: Props) => {
  const t = useTranslations('order')
  const receipt = useTranslations('receipt')
  const pay = useTranslations('pay')
  const api = useTRPC()
  const client = useQueryClient()
  const { order, connection, reconnect } = useLiveOrder(first)
  useComeBack(first.id, comesBackWith)
  const heading = useRef<HTMLHeadingElement>(null)
  const headline = t(`headlines.${headlineOf(order)}.title`)

  useEffect(() => {
    if (order.status === 'PENDING') return
    // From here on the cart is another one: what was ordered has left it, and the next order needs its own id.
    if (keptOrderId() === order.id) forgetOrderId()
    client.invalidateQueries({ queryKey: api.store.cart.get.pathKey() })
  }, [order.id, order.status, client, api])

  useEffect(() => {
    document.title = `${headline} | makegood`
  }, [headline])

  return (
    <div className="wrap pt-4 md:pt-8">
      <p className="figures text-sm text-ink-2">{t('number', { number: order.number })}</p>
      <div className="mt-1 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[7fr_5fr]">
        <div>
          <div role="status">
            <h1 ref={heading} tabIndex={-1} className="text-title">
              {headline}
            </h1>
            <p className="mt-3 max-w-[31em] text-lead text-ink-2">{t(`headlines.${headlineOf(order)}.text`)}</p>
          </div>
          <div className="mt-5 space-y-5">
            <ConnectionNote connection={connection} onReconnect={reconnect} />
            <CancellationNote order={order} />
            <CouponBackNote order={order} />
            <TakenUpNote order={order} />
            {order.shortLines.length > 0 && <ShortLines order={order} />}
            {order.approval && (
              <ApprovalNote approval={order.approval} payUntil={order.payUntil} serverNow={serverNow} />
            )}
            {order.status === 'PAYMENT_PROCESSING' && !order.approval && (
              <TimeLeft
                until={order.payUntil}
                serverNow={serverNow}
                words={time => pay('processingLeft', { time })}
                over={pay('processingOver')}
              />
            )}
            {ranOut(order) && <BackToCart order={order} />}
            {order.canPay && (
              <PayPanel
                order={order}
                gateway={gateway}
                serverNow={serverNow}
                onSent={() => heading.current?.focus({ preventScroll: false })}
              />
            )}
            {order.canConfirm && <ConfirmPurchase order={order} />}
          </div>
          <OrderProgress order={order} />
          <div className="mt-9 space-y-7 empty:hidden">
            <MoneyBack order={order} />
            {order.shipment && <ParcelNote shipment={order.shipment} />}
            <ReturnsList returns={order.returns} />
            {order.canReturn && <ReturnPanel order={order} />}
            {order.canCancel && <CancelPanel order={order} />}
            {order.status === 'PREPARING' && order.cancellation?.state !== 'requested' && <PackedNote />}
          </div>
          {mayOfferAccount(order) && (
            <div className="mt-9">
              <AccountOffer order={order} />
            </div>
          )}
          <p className="mt-9 flex flex-wrap items-center gap-x-6 gap-y-3">
            {atRest.includes(order.status) && (
              <ButtonLink href="/products" kind="line" size="medium">
                {t('goOn')}
              </ButtonLink>
            )}
            {order.paid && (
              <Link href={`/orders/${order.id}/receipt`} className="inline-flex min-h-11 items-center text-link">
                {receipt('open')}
              </Link>
            )}
          </p>
        </div>
        <OrderSummary order={order} />
      </div>
    </div>
  )
}
