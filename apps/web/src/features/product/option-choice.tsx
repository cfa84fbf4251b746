'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { StockNote } from '@/features/catalogue/stock-note'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'

type Props = { variants: ProductDetail['variants']; chosenId: string; onChoose: (variantId: string) => void }

/** One of several kinds of a product. What is sold out can still be looked at, and says so. */
export const OptionChoice = ({ variants, chosenId, onChoose }: Props) => {
  const t = useTranslations('product')
  const locale = useLocale()
  const choice = useRef<HTMLFieldSetElement>(null)
  const start = useRef({ chosenId, onChoose })
  // What was pressed before the page's scripts were there is chosen all the same.
  useEffect(() => {
    const pressed = choice.current?.querySelector<HTMLInputElement>('input:checked')?.value
    if (pressed !== undefined && pressed !== start.current.chosenId) start.current.onChoose(pressed)
  }, [])
  return (
    <fieldset ref={choice} className="mt-7">
      <legend className="mb-2.5 text-sm font-medium">{t('option')}</legend>
      <div className="grid gap-2">
        {variants.map(variant => {
          const chosen = variant.id === chosenId
          const soldOut = variant.available <= 0
          return (
            <label
              key={variant.id}
              className={cn(
                'flex min-h-13 cursor-pointer flex-wrap items-center gap-x-3 rounded-sm border bg-sheet px-3.5 py-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
                chosen ? 'border-ink ring-1 ring-ink' : 'border-edge hover:border-ink-2',
              )}
            >
              <input
                type="radio"
                name="option"
                value={variant.id}
                checked={chosen}
                onChange={() => onChoose(variant.id)}
                className="size-4 shrink-0 accent-ink focus-visible:outline-none"
              />
              <span className={cn('min-w-0 grow basis-24 wrap-anywhere', soldOut && 'text-ink-2 line-through')}>
                {variant.option}
              </span>
              <span className="figures text-right text-sm">
                <StockNote available={variant.available} />
                <span className="ml-2.5 text-ink-2">{priceText(variant.price, locale)}</span>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
