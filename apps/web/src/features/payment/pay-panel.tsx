'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Callout } from '@/components/ui/callout'
import type { Gateway } from '@/features/order/order-live'
import { declineWords, openDecline } from '@/features/order/order-words'
import { CardForm } from './card-form'
import { formatCountdown } from './countdown'
import { useCountdown } from './use-countdown'

type Props = {
  order: OrderView
  gateway: Gateway
  serverNow: string
  /** When the decline that the page already told at its start happened; a later one is news and gets the focus. */
  toldDeclineAt: string | null
  onSent: () => void
}

/** Below this the time left is told in the colour of scarcity. */
const soonSeconds = 120

/** Where the shopper pays: what went wrong before, how long the goods are kept, and the card. */
export const PayPanel = ({ order, gateway, serverNow, toldDeclineAt, onSent }: Props) => {
  const t = useTranslations('pay')
  const words = useTranslations('order.declined')
  const left = useCountdown(order.reservedUntil, serverNow)
  const decline = openDecline(order)
  const box = useRef<HTMLDivElement>(null)
  const declinedAt = decline?.at ?? null
  useEffect(() => {
    if (declinedAt !== null && declinedAt !== toldDeclineAt) box.current?.focus()
  }, [declinedAt, toldDeclineAt])
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
        <p role="timer" aria-live="off" className="figures text-sm text-ink-2">
          {left !== null && left > 0 && (
            <span className={left <= soonSeconds ? 'font-semibold text-rust' : ''}>
              {t('left', { time: formatCountdown(left) })}
            </span>
          )}
          {left === 0 && <span className="font-semibold text-rust">{t('over')}</span>}
        </p>
      </div>
      <CardForm key={order.version} order={order} gateway={gateway} onSent={onSent} />
    </section>
  )
}
