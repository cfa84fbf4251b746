'use client'

import { deliveryMethods, orderSagaStates, orderSorts, paymentStates } from '@makegood/core/order/order-filters'
import { orderStatuses } from '@makegood/core/order/order-states'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useRouter } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { countFilters, type OrderQuery, orderColumns, orderListAddress, readOrderQuery } from './order-query'

const box = 'min-h-11 w-full rounded-sm border border-edge bg-sheet px-2.5'

type ChoiceProps = {
  name: string
  title: string
  choices: readonly { readonly value: string; readonly words: string }[]
  chosen: readonly string[]
}

const Choices = ({ name, title, choices, chosen }: ChoiceProps) => (
  <fieldset className="min-w-0">
    <legend className="pb-1 font-semibold">{title}</legend>
    {choices.map(({ value, words }) => (
      <label key={value} className="flex min-h-9 cursor-pointer items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={chosen.includes(value)}
          className="size-4.5 accent-ink"
        />
        {words}
      </label>
    ))}
  </fieldset>
)

/** Search, filters, columns and sort of the list: all of it goes into the address. */
export const OrderFilters = ({ query }: { query: OrderQuery }) => {
  const t = useTranslations('adminOrders')
  const statusOf = useTranslations('order.statuses')
  const methodOf = useTranslations('order.methods')
  const router = useRouter()
  const id = useId()
  const [pending, start] = useTransition()
  const count = countFilters(query)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const search: Record<string, string[] | string> = {}
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === 'string') search[name] = name in search ? [search[name] ?? ''].flat().concat(value) : value
    start(() => router.push(orderListAddress(readOrderQuery(search))))
  }
  const field = (name: 'from' | 'to' | 'totalFrom' | 'totalTo' | 'product', type: string) => (
    <label className="block">
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
    <search aria-busy={pending}>
      <form key={orderListAddress(query)} onSubmit={submit}>
        <div className="flex flex-wrap gap-2.5">
          <label htmlFor={`${id}-q`} className="sr-only">
            {t('search')}
          </label>
          <div className="relative min-w-0 grow basis-64">
            <Search size={16} aria-hidden="true" className="absolute top-3.5 left-3 text-ink-2" />
            <input
              id={`${id}-q`}
              name="q"
              type="search"
              data-console-search
              defaultValue={query.q ?? ''}
              placeholder={t('searchHint')}
              className={cn(box, 'pl-9')}
            />
          </div>
          <label className="sr-only" htmlFor={`${id}-sort`}>
            {t('sort')}
          </label>
          <select id={`${id}-sort`} name="sort" defaultValue={query.sort} className={cn(box, 'w-auto')}>
            {orderSorts.map(sort => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </select>
          <Button type="submit" size="small">
            {t('show')}
          </Button>
        </div>
        <details className="mt-2" open={false}>
          <summary className="inline-flex min-h-11 items-center text-link">{t('filtersOpen', { count })}</summary>
          <div className="grid gap-x-8 gap-y-5 border-y border-line py-4 sm:grid-cols-2 lg:grid-cols-4">
            <Choices
              name="status"
              title={t('columns.status')}
              choices={orderStatuses.map(value => ({ value, words: statusOf(value) }))}
              chosen={query.statuses}
            />
            <div className="space-y-5">
              <Choices
                name="payment"
                title={t('columns.payment')}
                choices={paymentStates.map(value => ({ value, words: t(`payments.${value}`) }))}
                chosen={query.payments}
              />
              <Choices
                name="saga"
                title={t('columns.saga')}
                choices={orderSagaStates.map(value => ({ value, words: t(`sagas.${value}`) }))}
                chosen={query.sagas}
              />
            </div>
            <div className="space-y-3">
              <Choices
                name="attention"
                title={t('filters.attention')}
                choices={[{ value: '1', words: t('filters.attentionOnly') }]}
                chosen={query.attention ? ['1'] : []}
              />
              <label className="block">
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
              {field('product', 'text')}
              <div className="grid grid-cols-2 gap-3">
                {field('from', 'date')}
                {field('to', 'date')}
                {field('totalFrom', 'number')}
                {field('totalTo', 'number')}
              </div>
            </div>
            <Choices
              name="columns"
              title={t('columnsTitle')}
              choices={orderColumns.map(value => ({ value, words: t(`columns.${value}`) }))}
              chosen={query.columns}
            />
            <div className="flex flex-wrap gap-2.5 sm:col-span-2 lg:col-span-4">
              <Button type="submit" size="small">
                {t('apply')}
              </Button>
              <ButtonLink href="/admin/orders" kind="line" size="small">
                {t('clear')}
              </ButtonLink>
            </div>
          </div>
        </details>
      </form>
    </search>
  )
}
