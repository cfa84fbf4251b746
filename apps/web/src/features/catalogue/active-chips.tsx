'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { RemovableChip } from '@/components/ui/chip'
import { priceRangeWords } from './filter-words'
import { type ActiveFilter, activeFilters, withoutFilters } from './list-filters'
import { listAddress } from './list-query'
import { useListState } from './list-state'

/** What narrows the list now; a press takes one choice away, or all. */
export const ActiveChips = () => {
  const t = useTranslations('list')
  const price = useTranslations('list.price')
  const locale = useLocale()
  const { query, shelf, go } = useListState()
  const filters = activeFilters(query)
  const words = (filter: ActiveFilter): string => {
    if (filter.kind === 'category')
      return shelf.categories.find(({ slug }) => slug === filter.slug)?.name ?? t('unknownCategory')
    if (filter.kind === 'colour') return t(`colours.${filter.colour}`)
    if (filter.kind === 'price') return priceRangeWords(price, locale, filter.from, filter.to)
    return t(filter.kind)
  }
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <p className="mr-1 text-sm text-ink-2">{t('chosen', { count: filters.length })}</p>
      <ul className="contents">
        {filters.map(filter => (
          <li key={listAddress(filter.without)}>
            <RemovableChip
              removeLabel={t('removeFilter', { filter: words(filter) })}
              onClick={() => go(filter.without)}
            >
              {words(filter)}
            </RemovableChip>
          </li>
        ))}
      </ul>
      <Button kind="quiet" size="small" onClick={() => go(withoutFilters(query))}>
        {t('clear')}
      </Button>
    </div>
  )
}
