'use client'

import type { PaymentState } from '@makegood/core/order/order-filters'
import { paymentStateOf } from '@makegood/core/order/sum-order-money'
import { useTranslations } from 'next-intl'
import type { OperatorOrderView } from '../operator-view'

/** What an order's own state does not say of its money. */
const told: readonly PaymentState[] = ['refunding', 'part-refunded', 'refunded', 'refund-owed', 'late-charge']

/** How it stands with an order's money where some of it went back or is owed: in one word, the same that the list says. */
export const MoneyMark = ({ order }: { order: OperatorOrderView }) => {
  const t = useTranslations('adminOrders.payments')
  const state = paymentStateOf(order)
  return (
    <span aria-live="polite" className="text-base font-medium text-ink-2">
      {told.includes(state) && order.status !== 'REFUNDED' && t(state)}
    </span>
  )
}
