'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { priceRangeWords } from './filter-words'
import { withPrice } from './list-filters'
import { useListState } from './list-state'

const ranges = [
  ['', '30000'],
  ['30000', '70000'],
  ['70000', '150000'],
  ['150000', ''],
] as const

/** Digits only, whatever stands between them: 30,000원 is 30000. */
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '').replace(/^0+/, '').slice(0, 10)

/** What it may cost: a range at one press, or the shopper's own. */
export const PriceChoice = () => {
  const t = useTranslations('list.price')
  const locale = useLocale()
  const { query, go } = useListState()
  const chosen = [query.priceFrom ?? '', query.priceTo ?? ''] as const
  const [typed, setTyped] = useState<readonly [string, string]>(chosen)
  const [seen, setSeen] = useState(chosen.join())
  // What was chosen elsewhere (a chip taken away, a range pressed) stands in the fields too.
  if (seen !== chosen.join()) {
    setSeen(chosen.join())
    setTyped(chosen)
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const [from, to] = typed.map(digitsOf)
    go(withPrice(query, from ?? '', to ?? ''))
  }
  return (
    <div className="max-w-80 py-2">
      <div className="flex flex-wrap gap-2">
        {ranges.map(([from, to]) => {
          const pressed = chosen[0] === from && chosen[1] === to
          return (
            <Chip
              key={`${from}-${to}`}
              pressed={pressed}
              onClick={() => go(pressed ? withPrice(query, '', '') : withPrice(query, from, to))}
            >
              {priceRangeWords(t, locale, from || null, to || null)}
            </Chip>
          )
        })}
      </div>
      <form onSubmit={apply} className="mt-4 grid grid-cols-[1fr_1fr_auto] items-end gap-2">
        {([0, 1] as const).map(end => (
          <Field
            key={end}
            label={t(end === 0 ? 'least' : 'most')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={14}
            value={typed[end]}
            onChange={event => setTyped(end === 0 ? [event.target.value, typed[1]] : [typed[0], event.target.value])}
          />
        ))}
        <Button type="submit" kind="line" size="small" className="min-h-12!">
          {t('apply')}
        </Button>
      </form>
    </div>
  )
}
