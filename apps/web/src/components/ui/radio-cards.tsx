'use client'

import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

export type RadioCard = {
  readonly value: string
  readonly title: ReactNode
  readonly text?: ReactNode
  /** At the right end: a price, a saving. */
  readonly aside?: ReactNode
  readonly disabled?: boolean
}

type Props = {
  legend: string
  hideLegend?: boolean
  cards: readonly RadioCard[]
  value: string
  onChange: (value: string) => void
  className?: string
}

/** One of a few, each with its words and its price in sight. */
export const RadioCards = ({ legend, hideLegend, cards, value, onChange, className }: Props) => {
  const name = useId()
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? 'sr-only' : 'mb-2.5 text-sm font-medium'}>{legend}</legend>
      <div className="grid gap-2">
        {cards.map(card => (
          <label
            key={card.value}
            className={cn(
              'flex min-h-13 flex-wrap items-center gap-x-3 rounded-sm border bg-sheet px-3.5 py-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
              card.disabled ? 'cursor-not-allowed text-ink-2' : 'cursor-pointer',
              card.value === value ? 'border-ink ring-1 ring-ink' : 'border-edge',
              !card.disabled && card.value !== value && 'hover:border-ink-2',
            )}
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              checked={card.value === value}
              disabled={card.disabled}
              onChange={() => onChange(card.value)}
              className="size-4 shrink-0 accent-ink focus-visible:outline-none"
            />
            <span className="min-w-0 grow basis-24 wrap-anywhere">
              <span className="block font-medium">{card.title}</span>
              {card.text && <span className="block text-sm text-ink-2">{card.text}</span>}
            </span>
            {card.aside && <span className="figures text-right">{card.aside}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
