'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Callout } from '@/components/ui/callout'
import type { Gateway } from '@/features/order/order-live'
import { declineWords, openDecline } from '@/features/order/order-words'
import { PayForm } from './pay-form'
import { TimeLeft } from './time-left'
import { wasToldBefore } from './told-decline'

type Props = {
  order: OrderView
  gateway: Gateway
  serverNow: string
  onSent: () => void
}

/** Where the shopper pays: what went wrong before, how long the goods are kept, and wallet and card. */
export const PayPanel = ({ order, gateway, serverNow, onSent }: Props) => {
  const t = useTranslations('pay')
  const words = useTranslations('order.declined')
  const decline = openDecline(order)
  const box = useRef<HTMLDivElement>(null)
  const declinedAt = decline?.at ?? null
  useEffect(() => {
    if (declinedAt !== null && !wasToldBefore(order.id, declinedAt)) box.current?.focus()
  }, [declinedAt, order.id])
  const kind = decline ? declineWords(decline.reason) : null
  return (
    <section aria-label={t('title')} className="rounded-sm border border-line bg-sheet p-5 sm:p-7">
      {kind && (
        <Callout ref={box} tabIndex={-1} tone="bad" role="alert" title={words(`${kind}.title`)} className="mb-6">
          {words(`${kind}.text`)}
        </Callout>
      )}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-head">{t('title')}</h2>
        <TimeLeft
          until={order.reservedUntil}
          serverNow={serverNow}
          words={time => t('left', { time })}
          over={t('over')}
        />
      </div>
      <PayForm key={order.version} order={order} gateway={gateway} onSent={onSent} />
    </section>
  )
}
