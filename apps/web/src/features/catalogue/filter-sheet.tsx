'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Sheet } from '@/components/ui/sheet'
import { CategoryChoices, ColourChoices } from './filter-choices'
import { activeFilters, withoutFilters } from './list-filters'
import { useListState } from './list-state'
import { PriceChoice } from './price-choice'

const Group = ({ words, children }: { words: string; children: ReactNode }) => (
  <fieldset className="border-b border-line py-4">
    <legend className="float-left mb-1.5 w-full text-sm font-semibold">{words}</legend>
    <div className="clear-both">{children}</div>
  </fieldset>
)

/** All filters in a panel, for screens with no room for a row of them; the goods behind it follow each press. */
export const FilterSheet = () => {
  const t = useTranslations('list')
  const [open, setOpen] = useState(false)
  const { query, shelf, pending, go } = useListState()
  const chosen = activeFilters(query).length
  const trigger = (
    <Button kind="line" size="small" className="gap-2 md:hidden">
      <SlidersHorizontal size={17} strokeWidth={1.5} aria-hidden="true" />
      {chosen > 0 ? t('filterWithCount', { count: chosen }) : t('filter')}
    </Button>
  )
  return (
    <Sheet trigger={trigger} title={t('filter')} closeLabel={t('closeFilters')} open={open} onOpenChange={setOpen}>
      <Group words={t('categories')}>
        <CategoryChoices />
      </Group>
      <Group words={t('colour')}>
        <ColourChoices />
      </Group>
      <Group words={t('price.title')}>
        <PriceChoice />
      </Group>
      <Group words={t('other')}>
        <Checkbox
          label={t('inStock')}
          checked={query.inStock}
          onChange={() => go({ ...query, inStock: !query.inStock })}
        />
        <Checkbox label={t('mended')} checked={query.mended} onChange={() => go({ ...query, mended: !query.mended })} />
      </Group>
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
  )
}
