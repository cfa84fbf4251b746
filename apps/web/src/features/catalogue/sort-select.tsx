'use client'

import { useTranslations } from 'next-intl'
import { useId, useTransition } from 'react'
import { useRouter } from '@/i18n/navigation'
import { type ListQuery, listAddress } from './list-query'

const sorts = ['featured', 'price-up', 'price-down'] as const

export const SortSelect = ({ query }: { query: ListQuery }) => {
  const t = useTranslations('list')
  const id = useId()
  const router = useRouter()
  const [pending, start] = useTransition()
  const choose = (value: string) => {
    const sort = sorts.find(candidate => candidate === value) ?? 'featured'
    start(() => router.push(listAddress({ ...query, sort, page: 1 }), { scroll: false }))
  }
  return (
    <div className="flex items-center gap-2 text-[0.9375rem]" aria-busy={pending}>
      <label htmlFor={id} className="text-ink-2">
        {t('sort')}
      </label>
      <select
        id={id}
        defaultValue={query.sort}
        key={query.sort}
        onChange={event => choose(event.target.value)}
        className="min-h-11 rounded-sm border border-edge bg-sheet px-2.5"
      >
        {sorts.map(sort => (
          <option key={sort} value={sort}>
            {t(`sorts.${sort}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
