'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { Popover } from '@/components/ui/popover'
import { cn } from '@/lib/cn'
import { useFetchedPart } from '@/lib/use-fetched-part'
import { FilterSheet } from './filter-sheet'
import { useListState } from './list-state'
import { SortChoice } from './sort-choice'

const loadChoices = () => import('./filter-choices').then(module => module.FilterChoices)

type MenuProps = { of: 'categories' | 'colours' | 'price'; words: string; chosen: number }

const FilterMenu = ({ of, words, chosen }: MenuProps) => {
  const [Choices, fetchChoices] = useFetchedPart(loadChoices)
  return (
    <Popover
      label={words}
      onNear={fetchChoices}
      triggerClass={cn(
        'inline-flex min-h-11 items-center gap-1.5 rounded-full border px-4 text-[0.9375rem] transition-colors hover:border-ink',
        chosen > 0 ? 'border-ink' : 'border-edge',
      )}
      trigger={
        <>
          {words}
          {chosen > 0 && <span className="figures text-ink-2">{chosen}</span>}
          <ChevronDown size={15} strokeWidth={1.5} aria-hidden="true" />
        </>
      }
    >
      {Choices && <Choices of={of} />}
    </Popover>
  )
}

/** What narrows and orders the list: a row of menus where there is room, a panel on a phone. */
export const FilterBar = () => {
  const t = useTranslations('list')
  const { query, shelf, go, pending } = useListState()
  return (
    <div
      className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line pb-4"
      aria-busy={pending}
    >
      <fieldset className="hidden flex-wrap items-center gap-2 md:flex">
        <legend className="sr-only">{t('filters')}</legend>
        <FilterMenu of="categories" words={t('categories')} chosen={query.categories.length} />
        <FilterMenu of="colours" words={t('colour')} chosen={query.colours.length} />
        <FilterMenu of="price" words={t('price.title')} chosen={query.priceFrom || query.priceTo ? 1 : 0} />
        <Chip pressed={query.inStock} onClick={() => go({ ...query, inStock: !query.inStock })}>
          {t('inStock')}
        </Chip>
        <Chip pressed={query.mended} onClick={() => go({ ...query, mended: !query.mended })}>
          {t('mended')}
        </Chip>
      </fieldset>
      <FilterSheet />
      <div className="contents md:flex md:items-center md:gap-5">
        <p role="status" className="figures text-[0.9375rem] text-ink-2 max-md:order-last max-md:w-full">
          {shelf.totalWords}
        </p>
        <SortChoice />
      </div>
    </div>
  )
}
