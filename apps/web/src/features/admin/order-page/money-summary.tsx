'use client'

import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import type { OperatorOrderView } from '../operator-view'

/** Where an order's money is: what was taken, what went back, what is on its way back, and what the shop keeps. */
export const MoneySummary = ({ order }: { order: OperatorOrderView }) => {
  const t = useTranslations('adminOrder.money')
  const locale = useLocale()
  const sum = (amounts: readonly { readonly amountMinor: string }[]) =>
    amounts.reduce((total, { amountMinor }) => total + BigInt(amountMinor), 0n)
  const taken = sum(
    order.payments.filter(({ status }) => ['SUCCEEDED', 'REFUNDED'].includes(status)).map(({ amount }) => amount),
  )
  const refunds = (state: 'done' | 'planned' | 'failed') =>
    sum(order.refunds.filter(refund => refund.state === state).map(({ amount }) => amount))
  const lines = [
    ['open', sum(order.payments.filter(({ status }) => status === 'OPEN').map(({ amount }) => amount))],
    ['taken', taken],
    ['back', refunds('done')],
    ['pending', refunds('planned')],
    ['failed', refunds('failed')],
    ['kept', taken - refunds('done')],
  ] as const
  const always = ['taken', 'back', 'kept']
  return (
    <section aria-labelledby="money">
      <h2 id="money" className="text-sub">
        {t('title')}
      </h2>
      <dl className="mt-3 border-t border-line">
        {lines
          .filter(([name, amount]) => amount !== 0n || always.includes(name))
          .map(([name, amount]) => (
            <div key={name} className="flex justify-between gap-4 border-b border-line py-2">
              <dt className={name === 'failed' ? 'text-rust' : 'text-ink-2'}>{t(name)}</dt>
              <dd className="figures">{priceText({ ...order.total, amountMinor: amount.toString() }, locale)}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
