'use client'

import { deliveryMethods, heldKinds } from '@makegood/core/order/order-filters'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { OrderQuery } from './order-query'

export const box = 'min-h-11 w-full rounded-sm border border-edge bg-sheet px-2.5 hover:border-ink-2 lg:min-h-9'

/** The filters that are wanted less often: typed, and sent together. */
export const MoreFilters = ({ id, query }: { id: string; query: OrderQuery }) => {
  const t = useTranslations('adminOrders')
  const methodOf = useTranslations('order.methods')
  const field = (name: 'from' | 'to' | 'totalFrom' | 'totalTo' | 'product', type: string) => (
    <label className="block min-w-0">
      <span className="block pb-1">{t(`filters.${name}`)}</span>
      <input
        name={name}
        type={type}
        {...(type === 'number' ? { min: 0, inputMode: 'numeric' as const } : {})}
        defaultValue={query[name] ?? ''}
        className={box}
      />
    </label>
  )
  return (
    <div
      id={id}
      className="mt-2.5 grid grid-cols-2 items-end gap-3 rounded-sm border border-line bg-paper p-3 sm:grid-cols-3 xl:grid-cols-[1fr_1fr_1fr_1fr_1.4fr_1fr_1fr_auto]"
    >
      {field('from', 'date')}
      {field('to', 'date')}
      {field('totalFrom', 'number')}
      {field('totalTo', 'number')}
      {field('product', 'text')}
      <label className="block min-w-0">
        <span className="block pb-1">{t('filters.held')}</span>
        <select name="held" defaultValue={query.held ?? ''} className={box}>
          <option value="">{t('filters.every')}</option>
          {heldKinds.map(what => (
            <option key={what} value={what}>
              {t(`held.${what}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="block min-w-0">
        <span className="block pb-1">{t('columns.delivery')}</span>
        <select name="delivery" defaultValue={query.delivery ?? ''} className={box}>
          <option value="">{t('filters.every')}</option>
          {deliveryMethods.map(method => (
            <option key={method} value={method}>
              {methodOf(method)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" size="small" className="lg:min-h-9!">
        {t('apply')}
      </Button>
    </div>
  )
}
