'use client'

import { listSorts } from '@makegood/core/catalogue/list-terms'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { useListState } from './list-state'

/** In which order the list stands; of a search the usual one is what is named so first. */
export const SortChoice = () => {
  const t = useTranslations('list')
  const { query, go } = useListState()
  const words = (sort: (typeof listSorts)[number]) =>
    sort === 'featured' && query.q ? t('sorts.nearest') : t(`sorts.${sort}`)
  return (
    <Select
      inline
      label={t('sort')}
      value={query.sort}
      options={listSorts.map(sort => ({ value: sort, label: words(sort) }))}
      onChange={event => go({ ...query, sort: listSorts.find(sort => sort === event.target.value) ?? 'featured' })}
    />
  )
}
