'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ColourSwatch } from './colour-swatch'
import { toggled } from './list-filters'
import { useListState } from './list-state'
import { PriceChoice } from './price-choice'

const Label = ({ words, count, children }: { words: string; count: number; children?: ReactNode }) => (
  <span className="flex items-center gap-2.5">
    {children}
    {words}
    <span className="figures text-sm text-ink-2">{count}</span>
  </span>
)

/** Any of several kinds of goods. */
const CategoryChoices = () => {
  const { query, shelf, go } = useListState()
  return shelf.categories.map(({ slug, name, count }) => (
    <Checkbox
      key={slug}
      checked={query.categories.includes(slug)}
      onChange={() => go({ ...query, categories: toggled(query.categories, slug) })}
      label={<Label words={name} count={count} />}
    />
  ))
}

/** Any of several colours; one that nothing here has is not offered unless it is chosen. */
const ColourChoices = () => {
  const t = useTranslations('list.colours')
  const { query, shelf, go } = useListState()
  const offered = shelf.colours.filter(({ colour, count }) => count > 0 || query.colours.includes(colour))
  return offered.map(({ colour, count }) => (
    <Checkbox
      key={colour}
      checked={query.colours.includes(colour)}
      onChange={() => go({ ...query, colours: toggled(query.colours, colour) })}
      label={
        <Label words={t(colour)} count={count}>
          <ColourSwatch colour={colour} />
        </Label>
      }
    />
  ))
}

/** What is left: things that can be had now, things that were mended. */
const OtherChoices = () => {
  const t = useTranslations('list')
  const { query, go } = useListState()
  return (['inStock', 'mended'] as const).map(of => (
    <Checkbox key={of} label={t(of)} checked={query[of]} onChange={() => go({ ...query, [of]: !query[of] })} />
  ))
}

const choices = {
  categories: CategoryChoices,
  colours: ColourChoices,
  price: PriceChoice,
  other: OtherChoices,
}

/** What can be chosen of one kind. */
export const FilterChoices = ({ of }: { of: keyof typeof choices }) => {
  const Choices = choices[of]
  return <Choices />
}
