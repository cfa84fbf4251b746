'use client'

import { Minus, Plus } from 'lucide-react'

type Props = {
  quantity: number
  min?: number
  max: number
  onChange: (quantity: number) => void
  label: string
  lessLabel: string
  moreLabel: string
  disabled?: boolean
}

const press =
  'grid h-11 w-11 min-w-6 place-items-center hover:bg-paper-2 disabled:text-edge disabled:hover:bg-transparent'

/** Chooses a whole number from `min` (1 where nothing is said) to `max` with two buttons; the number is told to screen readers as it changes. */
export const Stepper = ({ quantity, min = 1, max, onChange, label, lessLabel, moreLabel, disabled }: Props) => (
  <fieldset className="inline-flex max-w-full min-w-0 items-center rounded-sm border border-edge">
    <legend className="sr-only">{label}</legend>
    <button
      type="button"
      className={press}
      aria-label={lessLabel}
      disabled={disabled || quantity <= min}
      onClick={() => onChange(quantity - 1)}
    >
      <Minus size={16} strokeWidth={1.5} aria-hidden="true" />
    </button>
    <output aria-live="polite" className="figures min-w-8 text-center" aria-label={`${label} ${quantity}`}>
      {quantity}
    </output>
    <button
      type="button"
      className={press}
      aria-label={moreLabel}
      disabled={disabled || quantity >= max}
      onClick={() => onChange(quantity + 1)}
    >
      <Plus size={16} strokeWidth={1.5} aria-hidden="true" />
    </button>
  </fieldset>
)
