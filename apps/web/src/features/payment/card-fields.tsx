'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import type { CardField } from './card-format'
import type { Card } from './use-card'

const traits = {
  number: { autoComplete: 'cc-number', placeholder: '0000 0000 0000 0000' },
  exp: { autoComplete: 'cc-exp', placeholder: 'MM / YY' },
  cvc: { autoComplete: 'cc-csc', placeholder: '' },
} as const

/** Number, month and code of a card, each with its own fault. */
export const CardFields = ({ card }: { card: Card }) => {
  const t = useTranslations('pay')
  const field = (name: CardField) => {
    const found = card.faults[name]
    return (
      <Field
        label={t(`fields.${name}`)}
        name={`card-${name}`}
        inputMode="numeric"
        autoCorrect="off"
        spellCheck={false}
        {...traits[name]}
        value={card.values[name]}
        onChange={event => card.change(name, event.target.value)}
        onBlur={() => card.check(name)}
        error={found ? t(`faults.${name}.${found}`) : undefined}
      />
    )
  }
  return (
    <div ref={card.box} className="grid grid-cols-1 gap-4">
      {field('number')}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] gap-4">
        {field('exp')}
        {field('cvc')}
      </div>
    </div>
  )
}
