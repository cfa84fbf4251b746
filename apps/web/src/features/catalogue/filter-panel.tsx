'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FilterChoices } from './filter-choices'
import { activeFilters, withoutFilters } from './list-filters'
import { useListState } from './list-state'

const groupWords = { categories: 'categories', colours: 'colour', price: 'price.title', other: 'other' } as const

/** All filters, one kind below the other; the goods behind follow each press. */
export const FilterPanel = ({ onDone }: { onDone: () => void }) => {
  const t = useTranslations('list')
  const { query, shelf, pending, go } = useListState()
  return (
    <>
      {(['categories', 'colours', 'price', 'other'] as const).map(of => (
        <fieldset key={of} className="border-b border-line py-4">
          <legend className="float-left mb-1.5 w-full text-sm font-semibold">{t(groupWords[of])}</legend>
          <div className="clear-both">
            <FilterChoices of={of} />
          </div>
        </fieldset>
      ))}
      <div className="sticky -bottom-8 -mx-6 mt-auto -mb-8 flex gap-2 border-t border-line bg-sheet px-6 py-4">
        <Button
          kind="quiet"
          size="medium"
          disabled={activeFilters(query).length === 0}
          onClick={() => go(withoutFilters(query))}
        >
          {t('clear')}
        </Button>
        <Button size="medium" className="grow" onClick={onDone}>
          {pending ? t('counting') : t('show', { count: shelf.total })}
        </Button>
        <p role="status" className="sr-only">
          {!pending && shelf.totalWords}
        </p>
      </div>
    </>
  )
}
