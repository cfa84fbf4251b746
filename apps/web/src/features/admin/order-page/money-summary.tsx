'use client'

import { paymentStateOf, sumOrderMoney } from '@makegood/core/order/sum-order-money'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import type { OperatorOrderView } from '../operator-view'

const lines = ['open', 'taken', 'back', 'pending', 'owed', 'kept'] as const
const always: readonly (typeof lines)[number][] = ['taken', 'back', 'kept']

/** Where an order's money is: what was taken, what went back, what is on its way back or owed, and what the shop has. */
export const MoneySummary = ({ order }: { order: OperatorOrderView }) => {
  const t = useTranslations('adminOrder.money')
  const states = useTranslations('adminOrders.payments')
  const locale = useLocale()
  const money = sumOrderMoney(order)
  return (
    <section aria-labelledby="money">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="money" className="text-sub">
          {t('title')}
        </h2>
        <span className="font-semibold">{states(paymentStateOf(order))}</span>
      </div>
      <dl className="mt-3 border-t border-line">
        {lines
          .filter(name => money[name] !== 0n || always.includes(name))
          .map(name => (
            <div key={name} className="flex justify-between gap-4 border-b border-line py-2">
              <dt className={name === 'owed' ? 'text-rust' : 'text-ink-2'}>{t(name)}</dt>
              <dd className="figures">{priceText({ ...order.total, amountMinor: money[name].toString() }, locale)}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
