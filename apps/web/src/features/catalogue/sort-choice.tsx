'use client'

import { listSorts } from '@makegood/core/catalogue/list-terms'
import { useTranslations } from 'next-intl'
import { useListState } from './list-state'

/** In which order the list stands; of a search the usual one is what is named so first. */
export const SortChoice = () => {
  const t = useTranslations('list')
  const { query, go } = useListState()
  const words = (sort: (typeof listSorts)[number]) =>
    sort === 'featured' && query.q ? t('sorts.nearest') : t(`sorts.${sort}`)
  return (
    <label className="flex min-w-0 flex-wrap items-center gap-x-2.5 text-[0.9375rem]">
      <span className="shrink-0 text-ink-2">{t('sort')}</span>
      <select
        value={query.sort}
        onChange={event => go({ ...query, sort: listSorts.find(sort => sort === event.target.value) ?? 'featured' })}
        className="min-h-11 max-w-full min-w-0 rounded-sm border border-edge bg-sheet pl-3 pr-2 hover:border-ink-2 focus-visible:outline-offset-0"
      >
        {listSorts.map(sort => (
          <option key={sort} value={sort}>
            {words(sort)}
          </option>
        ))}
      </select>
    </label>
  )
}
