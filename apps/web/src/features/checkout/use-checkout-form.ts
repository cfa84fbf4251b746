'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form'
import type { CheckoutFacts } from './checkout'
import { keepValues, readValues } from './checkout-draft'
import { type CheckoutField, type CheckoutValues, emptyCheckout, newAddress } from './checkout-fields'

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

/** What is empty is left to the page itself: it may have been typed into before it was alive. */
const filledOf = (values: CheckoutValues): Partial<CheckoutValues> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== '' || !inSight.includes(name)))
const inSight: readonly string[] = ['email', 'recipient', 'phone', 'postcode', 'address1'] satisfies CheckoutField[]

const loadRules = async () => {
  const [{ zodResolver }, { checkoutSchema }] = await Promise.all([
    import('@hookform/resolvers/zod'),
    import('./checkout-schema'),
  ])
  return zodResolver(checkoutSchema)
}

/** The rules are fetched with the first field that is gone into, so that the page does not wait for them; where they do not come, the api's own answer tells. */
const checkByRules: Resolver<CheckoutValues> = async (values, context, options) => {
  try {
    const check = await loadRules()
    return await check(values, context, options)
  } catch (error) {
    console.warn('the rules of the form could not be fetched', error)
    return { values, errors: {} }
  }
}

/** The form with what was typed before: what is typed now beats it, and it beats what the account knows. */
export const useCheckoutForm = (facts: CheckoutFacts): CheckoutFormState => {
  const t = useTranslations('checkout')
  const [start] = useState(() => startValues(facts))
  const form = useForm<CheckoutValues>({
    mode: 'onTouched',
    defaultValues: filledOf(start),
    resolver: checkByRules,
  })
  const { watch, setValue, getValues, formState } = form

  useEffect(() => {
    const kept = readValues()
    for (const name of names) {
      const [value, now] = [kept[name], getValues(name)]
      if (value && (!now || now === start[name])) setValue(name, value)
    }
    const subscription = watch(values => keepValues({ ...emptyCheckout, ...values }))
    return () => subscription.unsubscribe()
  }, [setValue, getValues, watch, start])

  useEffect(() => {
    const fetchRules = () => {
      loadRules().catch((error: unknown) => console.warn('the rules of the form come later', error))
    }
    document.addEventListener('focusin', fetchRules, { once: true })
    return () => document.removeEventListener('focusin', fetchRules)
  }, [])

  const errorOf = (field: CheckoutField): string | undefined => {
    const fault = formState.errors[field]?.message
    if (fault === 'missing') return t(`faults.${field}.missing`)
    if (fault === 'long') return t('faults.long')
    return fault ? t(`faults.${field}.wrong`) : undefined
  }
  return { ...form, errorOf }
}
