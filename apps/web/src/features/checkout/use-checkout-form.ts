'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { CheckoutFacts } from './checkout'
import { keepValues, readValues } from './checkout-draft'
import { type CheckoutField, type CheckoutValues, checkoutSchema, emptyCheckout, newAddress } from './checkout-schema'

export type CheckoutFormState = UseFormReturn<CheckoutValues> & {
  readonly errorOf: (field: CheckoutField) => string | undefined
}

/** What the account knows: its e-mail, and the address that is used most. */
const startValues = ({ me, addresses }: CheckoutFacts): CheckoutValues => {
  const [first] = addresses
  const known = me ? { email: me.email, recipient: me.name } : {}
  if (!first) return { ...emptyCheckout, ...known, savedAddress: newAddress }
  const { id, isDefault: _isDefault, ...address } = first
  return { ...emptyCheckout, ...known, ...address, savedAddress: id }
}

const names = Object.keys(emptyCheckout) as (keyof CheckoutValues)[]

/** The form with what was typed before: what the browser fills in beats what the account knows, what was typed beats both. */
export const useCheckoutForm = (facts: CheckoutFacts): CheckoutFormState => {
  const t = useTranslations('checkout')
  const form = useForm<CheckoutValues>({
    mode: 'onTouched',
    defaultValues: startValues(facts),
    resolver: zodResolver(checkoutSchema),
  })
  const { watch, setValue, formState } = form

  useEffect(() => {
    const kept = readValues()
    for (const name of names) {
      const value = kept[name]
      if (value) setValue(name, value)
    }
    const subscription = watch(values => keepValues({ ...emptyCheckout, ...values }))
    return () => subscription.unsubscribe()
  }, [setValue, watch])

  const errorOf = (field: CheckoutField): string | undefined => {
    const fault = formState.errors[field]?.message
    if (fault === 'missing') return t(`faults.${field}.missing`)
    if (fault === 'long') return t('faults.long')
    return fault ? t(`faults.${field}.wrong`) : undefined
  }
  return { ...form, errorOf }
}
