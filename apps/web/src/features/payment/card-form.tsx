'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import type { Gateway } from '@/features/order/order-live'
import { priceText } from '@/lib/price-text'
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
import { TestCards } from './test-cards'
import { usePay } from './use-pay'

type Props = { order: OrderView; gateway: Gateway; onSent: () => void }
type Faults = Partial<Record<CardField, CardFault | 'refused'>>

const formats: Record<CardField, (typed: string) => string> = {
  number: formatCardNumber,
  exp: formatExpiry,
  cvc: formatCvc,
}
const traits = {
  number: { autoComplete: 'cc-number', placeholder: '0000 0000 0000 0000' },
  exp: { autoComplete: 'cc-exp', placeholder: 'MM / YY' },
  cvc: { autoComplete: 'cc-csc', placeholder: '' },
} as const

export const CardForm = ({ order, gateway, onSent }: Props) => {
  const t = useTranslations('pay')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<CardValues>({ number: '', exp: '', cvc: '' })
  const [faults, setFaults] = useState<Faults>({})
  const { state, fault, pay } = usePay(order, gateway, onSent)
  const busy = state !== 'idle'

  const focusOn = (field: CardField) => form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus()
  useEffect(() => {
    if (fault?.kind !== 'field') return
    setFaults({ [fault.field]: fault.words })
    form.current?.querySelector<HTMLInputElement>(`[name="${fault.field}"]`)?.focus()
  }, [fault])

  const change = (field: CardField, typed: string) => {
    // Taking away a character that the form put there itself must take something away.
    const erasing = typed.length < values[field].length && typed === values[field].slice(0, -1)
    const text = erasing ? typed.trimEnd().replace(/\s*\/$/, '') : formats[field](typed)
    setValues({ ...values, [field]: text })
    setFaults({ ...faults, [field]: undefined })
  }
  const check = (field: CardField) => {
    if (values[field] === '') return
    setFaults({ ...faults, [field]: cardFaultOf(field, values, new Date()) ?? undefined })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const now = new Date()
    const found = cardFields.flatMap(field => {
      const wrong = cardFaultOf(field, values, now)
      return wrong ? [[field, wrong] as const] : []
    })
    setFaults(Object.fromEntries(found))
    const first = found[0]?.[0]
    if (first) return focusOn(first)
    await pay(values)
  }
  const field = (name: CardField) => {
    const found = faults[name]
    return (
      <Field
        label={t(`fields.${name}`)}
        name={name}
        inputMode="numeric"
        autoCorrect="off"
        spellCheck={false}
        {...traits[name]}
        value={values[name]}
        onChange={event => change(name, event.target.value)}
        onBlur={() => check(name)}
        error={found ? t(`faults.${name}.${found}`) : undefined}
      />
    )
  }

  return (
    <form ref={form} noValidate onSubmit={submit} aria-busy={busy} className="mt-5">
      <div className="grid gap-4">
        {field('number')}
        <div className="grid grid-cols-2 gap-4">
          {field('exp')}
          {field('cvc')}
        </div>
      </div>
      {fault && fault.kind !== 'field' && (
        <Callout tone="bad" role="alert" className="mt-5" title={t('notSent')}>
          {fault.kind === 'gateway' ? t('noAnswer') : errors(fault.words)}
        </Callout>
      )}
      <Button type="submit" aria-disabled={busy} className="mt-6 w-full">
        {busy ? t('paying') : t('pay', { total: priceText(order.total, locale) })}
      </Button>
      <p className="mt-3 text-sm text-ink-2">{t('safe')}</p>
      {gateway.publishableKey.startsWith('pk_test_') && (
        <TestCards
          onUse={card => {
            setValues(card)
            setFaults({})
          }}
        />
      )}
    </form>
  )
}
