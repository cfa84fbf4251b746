'use client'

import { orderStatuses } from '@makegood/core/order/order-states'
import { useTranslations } from 'next-intl'
import { useId, useTransition } from 'react'
import { useRouter } from '@/i18n/navigation'
import { orderListAddress, readOrderQuery } from './order-query'

/** Shows the orders of one state; the choice is in the address. */
export const StatusFilter = ({ status }: { status: string }) => {
  const t = useTranslations('admin')
  const words = useTranslations('order.statuses')
  const id = useId()
  const router = useRouter()
  const [pending, start] = useTransition()
  const choose = (value: string) => start(() => router.push(orderListAddress(readOrderQuery({ status: value }))))
  return (
    <div className="flex items-center gap-2" aria-busy={pending}>
      <label htmlFor={id}>{t('columns.status')}</label>
      <select
        id={id}
        key={status}
        defaultValue={status}
        onChange={event => choose(event.target.value)}
        className="min-h-11 rounded-sm border border-edge bg-sheet px-2.5"
      >
        <option value="">{t('everyStatus')}</option>
        {orderStatuses.map(known => (
          <option key={known} value={known}>
            {words(known)}
          </option>
        ))}
      </select>
    </div>
  )
}
