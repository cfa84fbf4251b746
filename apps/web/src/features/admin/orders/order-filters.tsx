'use client'

import { orderSagaStates, orderSorts, paymentStates } from '@makegood/core/order/order-filters'
import { orderStatuses } from '@makegood/core/order/order-states'
import { ChevronDown, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useOptimistic, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useRouter } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { FilterChips } from './filter-chips'
import { FilterMenu, toolLook, toolOff, toolOn } from './filter-menu'
import { box, MoreFilters } from './more-filters'
import { NewOrders } from './new-orders'
import { countTyped, fromStart, type OrderQuery, orderColumns, orderListAddress, withTyped } from './order-query'

type Props = {
  query: OrderQuery
  /** Where the newest order of the list stands, if it begins there: what came after it is told. */
  newest: string | null
}

/** Search, filters, sort and columns of the list: all of it is in the address, and holds at once. */
export const OrderFilters = ({ query, newest }: Props) => {
  const t = useTranslations('adminOrders')
  const statusOf = useTranslations('order.statuses')
  const router = useRouter()
  const id = useId()
  const [more, setMore] = useState(false)
  const [pending, start] = useTransition()
  // What is ticked is shown before its list has come.
  const [shown, show] = useOptimistic(query)
  const go = (next: OrderQuery) =>
    start(() => {
      show(fromStart(next))
      router.push(orderListAddress(fromStart(next)), { scroll: false })
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go(withTyped(shown, new FormData(event.currentTarget)))
  }
  const typed = countTyped(shown)
  return (
    <>
      <search aria-busy={pending}>
        <form onSubmit={submit} className="relative">
          <div className="flex gap-2.5">
            <label htmlFor={`${id}-q`} className="sr-only">
              {t('search')}
            </label>
            <div className="relative min-w-0 grow">
              <Search size={16} aria-hidden="true" className="absolute top-3.5 left-3 text-ink-2" />
              <input
                key={query.q}
                id={`${id}-q`}
                name="q"
                type="search"
                data-console-search
                defaultValue={query.q ?? ''}
                placeholder={t('searchHint')}
                className={cn(box, 'min-h-11! pl-9! text-ellipsis')}
              />
            </div>
            <Button type="submit" size="small">
              {t('show')}
            </Button>
          </div>
          <div className="relative mt-2.5 flex flex-wrap gap-2">
            <FilterMenu
              title={t('columns.status')}
              choices={orderStatuses.map(value => ({ value, words: statusOf(value) }))}
              chosen={shown.statuses}
              counted
              onChange={statuses => go({ ...shown, statuses })}
            />
            <FilterMenu
              title={t('columns.payment')}
              choices={paymentStates.map(value => ({ value, words: t(`payments.${value}`) }))}
              chosen={shown.payments}
              counted
              onChange={payments => go({ ...shown, payments })}
            />
            <FilterMenu
              title={t('columns.saga')}
              choices={orderSagaStates.map(value => ({ value, words: t(`sagas.${value}`) }))}
              chosen={shown.sagas}
              counted
              onChange={sagas => go({ ...shown, sagas })}
            />
            <button
              type="button"
              aria-pressed={shown.attention}
              onClick={() => go({ ...shown, attention: !shown.attention })}
              className={cn(toolLook, shown.attention ? toolOn : toolOff)}
            >
              {t('filters.attentionOnly')}
            </button>
            <button
              type="button"
              aria-expanded={more}
              aria-controls={`${id}-more`}
              onClick={() => setMore(!more)}
              className={cn(toolLook, typed > 0 ? toolOn : toolOff)}
            >
              {t('moreFilters')}
              {typed > 0 && <span className="figures">{typed}</span>}
              <ChevronDown size={14} aria-hidden="true" className={cn('text-ink-2', more && 'rotate-180')} />
            </button>
          </div>
          {more && <MoreFilters key={orderListAddress(fromStart(query))} id={`${id}-more`} query={query} />}
        </form>
        <FilterChips query={shown} onGo={go} />
      </search>
      <div className="relative flex flex-wrap items-center justify-end gap-2 pt-2.5 pb-1">
        <NewOrders query={query} since={newest} />
        <label className="sr-only" htmlFor={`${id}-sort`}>
          {t('sort')}
        </label>
        <select
          id={`${id}-sort`}
          value={shown.sort}
          onChange={({ target }) => go({ ...shown, sort: orderSorts.find(each => each === target.value) ?? 'newest' })}
          className={cn(toolLook, toolOff)}
        >
          {orderSorts.map(sort => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </select>
        <FilterMenu
          title={t('columnsTitle')}
          choices={orderColumns.map(value => ({ value, words: t(`columns.${value}`) }))}
          chosen={shown.columns}
          onChange={columns => go({ ...shown, columns })}
        />
      </div>
    </>
  )
}
