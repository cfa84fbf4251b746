'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { dateText } from '@/lib/date-text'
import { useTRPCClient } from '@/lib/trpc/context'
import { useOrderAct } from './use-order-act'

/** The shopper accepts what arrived, instead of waiting until it counts as accepted. */
export const ConfirmPurchase = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order.confirm')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const caller = useTRPCClient()
  const { busy, fault, send } = useOrderAct(() => caller.store.order.confirmPurchase.mutate({ orderId: order.id }))
  return (
    <div>
      {order.completesAt && (
        <p className="figures mb-3 text-ink-2">{t('text', { date: dateText(order.completesAt, 'day', locale) })}</p>
      )}
      {fault && (
        <Callout tone="bad" role="alert" className="mb-4" title={t('failed')}>
          {errors(fault)}
        </Callout>
      )}
      <Button aria-disabled={busy} onClick={send}>
        {busy ? t('sending') : t('do')}
      </Button>
    </div>
  )
}
