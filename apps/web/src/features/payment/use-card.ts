'use client'

import { type RefObject, useRef, useState } from 'react'
import {
  type CardFault,
  type CardField,
  type CardValues,
  cardFaultOf,
  cardFields,
  formatCardNumber,
  formatCvc,
  formatExpiry,
} from './card-format'

type Faults = Partial<Record<CardField, CardFault | 'refused'>>

const formats: Record<CardField, (typed: string) => string> = {
  number: formatCardNumber,
  exp: formatExpiry,
  cvc: formatCvc,
}
const emptyCard: CardValues = { number: '', exp: '', cvc: '' }

export type Card = {
  readonly box: RefObject<HTMLDivElement | null>
  readonly values: CardValues
  readonly faults: Faults
  readonly change: (field: CardField, typed: string) => void
  readonly check: (field: CardField) => void
  /** The first field that cannot be right; all of them are marked. Null where the card may be sent. */
  readonly findFirstFault: () => CardField | null
  readonly refuse: (field: CardField, words: CardFault | 'refused') => void
  readonly focusOn: (field: CardField) => void
  readonly use: (card: CardValues) => void
}

/** A card as it is typed; it lives in this page's memory only and is kept nowhere. */
export const useCard = (): Card => {
  const box = useRef<HTMLDivElement>(null)
  const [values, setValues] = useState<CardValues>(emptyCard)
  const [faults, setFaults] = useState<Faults>({})
  const focusOn = (field: CardField) => box.current?.querySelector<HTMLInputElement>(`[name="card-${field}"]`)?.focus()
  return {
    box,
    values,
    faults,
    focusOn,
    change: (field, typed) => {
      // Taking away a character that the form put there itself must take something away.
      const erasing = typed.length < values[field].length && typed === values[field].slice(0, -1)
      const text = erasing ? typed.trimEnd().replace(/\s*\/$/, '') : formats[field](typed)
      setValues({ ...values, [field]: text })
      setFaults({ ...faults, [field]: undefined })
    },
    check: field => {
      if (values[field] === '') return
      setFaults({ ...faults, [field]: cardFaultOf(field, values, new Date()) ?? undefined })
    },
    findFirstFault: () => {
      const now = new Date()
      const found = cardFields.flatMap(field => {
        const wrong = cardFaultOf(field, values, now)
        return wrong ? [[field, wrong] as const] : []
      })
      setFaults(Object.fromEntries(found))
      return found[0]?.[0] ?? null
    },
    refuse: (field, words) => {
      setFaults({ [field]: words })
      focusOn(field)
    },
    use: card => {
      setValues(card)
      setFaults({})
    },
  }
}
