'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { useFetchedPart } from '@/lib/use-fetched-part'
import { activeFilters, withoutFilters } from './list-filters'
import { useListState } from './list-state'
import { loadFilterChoices } from './load-filter-choices'

const groupWords = { categories: 'categories', colours: 'colour', price: 'price.title', other: 'other' } as const

/** All filters in a panel, for screens with no room for a row of them; the goods behind it follow each press. */
export const FilterSheet = () => {
  const t = useTranslations('list')
  const [open, setOpen] = useState(false)
  const { query, shelf, pending, go } = useListState()
  const [Choices, fetchChoices] = useFetchedPart(loadFilterChoices)
  const chosen = activeFilters(query).length
  return (
    <>
      <Button
        kind="line"
        size="small"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void fetchChoices()}
        onFocus={() => void fetchChoices()}
        onClick={() => {
          setOpen(true)
          void fetchChoices()
        }}
        className="gap-2 md:hidden"
      >
        <SlidersHorizontal size={17} strokeWidth={1.5} aria-hidden="true" />
        {chosen > 0 ? t('filterWithCount', { count: chosen }) : t('filter')}
      </Button>
      <Sheet title={t('filter')} closeLabel={t('closeFilters')} open={open} onOpenChange={setOpen}>
        {(['categories', 'colours', 'price', 'other'] as const).map(of => (
          <fieldset key={of} className="border-b border-line py-4">
            <legend className="float-left mb-1.5 w-full text-sm font-semibold">{t(groupWords[of])}</legend>
            <div className="clear-both">{Choices && <Choices of={of} />}</div>
          </fieldset>
        ))}
        <div className="sticky -bottom-8 -mx-6 mt-auto -mb-8 flex gap-2 border-t border-line bg-sheet px-6 py-4">
          <Button kind="quiet" size="medium" disabled={chosen === 0} onClick={() => go(withoutFilters(query))}>
            {t('clear')}
          </Button>
          <Button size="medium" className="grow" onClick={() => setOpen(false)}>
            {pending ? t('counting') : t('show', { count: shelf.total })}
          </Button>
          <p role="status" className="sr-only">
            {!pending && t('count', { count: shelf.total })}
          </p>
        </div>
      </Sheet>
    </>
  )
}
