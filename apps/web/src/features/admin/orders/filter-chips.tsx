'use client'

import { useTranslations } from 'next-intl'
import { RemovableChip } from '@/components/ui/chip'
import { Link } from '@/i18n/navigation'
import { fromStart, type OrderQuery, orderListAddress, withoutFilters } from './order-query'

type Chip = { readonly key: string; readonly words: string; readonly rest: OrderQuery }

/** What the list is narrowed by, each taken away by a press. */
export const FilterChips = ({ query, onGo }: { query: OrderQuery; onGo: (query: OrderQuery) => void }) => {
  const t = useTranslations('adminOrders')
  const chips = useChips(query)
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('filtered')} className="mt-2.5 flex flex-wrap items-center gap-2">
      {chips.map(({ key, words, rest }) => (
        <li key={key}>
          <RemovableChip
            removeLabel={t('removeFilter', { name: words })}
            className="px-3! text-sm! lg:min-h-8!"
            onClick={() => onGo(rest)}
          >
            {words}
          </RemovableChip>
        </li>
      ))}
      <li>
        <Link
          href={orderListAddress(withoutFilters(query))}
          className="inline-flex min-h-11 items-center px-1.5 text-link lg:min-h-8"
        >
          {t('clear')}
        </Link>
      </li>
    </ul>
  )
}

const useChips = (query: OrderQuery): readonly Chip[] => {
  const t = useTranslations('adminOrders')
  const statusOf = useTranslations('order.statuses')
  const methodOf = useTranslations('order.methods')
  const start = fromStart(query)
  const chip = (key: string, title: string, value: string, rest: OrderQuery): Chip => ({
    key,
    words: `${title}: ${value}`,
    rest,
  })
  const without = (
    name: 'from' | 'to' | 'totalFrom' | 'totalTo' | 'product' | 'held' | 'delivery' | 'q',
  ): OrderQuery => {
    const { [name]: _, ...rest } = start
    return rest
  }
  const typed = (['from', 'to', 'totalFrom', 'totalTo', 'product'] as const).flatMap(name => {
    const value = query[name]
    return value ? [chip(name, t(`filters.${name}`), String(value), without(name))] : []
  })
  return [
    ...(query.q ? [chip('q', t('search'), query.q, without('q'))] : []),
    ...query.statuses.map(each =>
      chip(`status-${each}`, t('columns.status'), statusOf(each), {
        ...start,
        statuses: query.statuses.filter(other => other !== each),
      }),
    ),
    ...query.payments.map(each =>
      chip(`payment-${each}`, t('columns.payment'), t(`payments.${each}`), {
        ...start,
        payments: query.payments.filter(other => other !== each),
      }),
    ),
    ...query.sagas.map(each =>
      chip(`saga-${each}`, t('columns.saga'), t(`sagas.${each}`), {
        ...start,
        sagas: query.sagas.filter(other => other !== each),
      }),
    ),
    ...(query.attention
      ? [{ key: 'attention', words: t('filters.attentionOnly'), rest: { ...start, attention: false } }]
      : []),
    ...typed,
    ...(query.held ? [chip('held', t('filters.held'), t(`held.${query.held}`), without('held'))] : []),
    ...(query.delivery ? [chip('delivery', t('columns.delivery'), methodOf(query.delivery), without('delivery'))] : []),
  ]
}
