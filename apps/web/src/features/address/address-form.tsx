'use client'

import { countries, homeCountry } from '@makegood/core/address/countries'
import type { OwnAddress } from '@makegood/core/address/views'
import { newId } from '@makegood/core/ids'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { type CheckoutField, countryOf, type FieldFault } from '@/features/checkout/checkout-fields'
import { faultOf } from '@/features/checkout/checkout-schema'
import { fieldTraits } from '@/features/checkout/field-traits'
import { countryName } from '@/features/delivery/country-name'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

const fields = ['recipient', 'phone', 'postcode', 'address1', 'address2', 'deliveryNote'] as const
type Name = (typeof fields)[number] & CheckoutField
type Faults = Partial<Record<Name, FieldFault | null>>
type Props = { address: OwnAddress | null; name: string; onKept: () => Promise<void> }

const isOptional = (name: Name): boolean => name === 'address2' || name === 'deliveryNote'

/** An address by the same rules and in the same words as at checkout; whatever goes wrong, what was typed stays. */
export const AddressForm = ({ address, name, onKept }: Props) => {
  const t = useTranslations('account.addresses')
  const words = useTranslations('checkout')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const caller = useTRPCClient()
  const form = useRef<HTMLFormElement>(null)
  // Made once for this form, so that a second press keeps the same address.
  const [addressId] = useState(() => address?.id ?? newId('address', new Date()))
  const [values, setValues] = useState({
    country: address?.country ?? homeCountry,
    recipient: address?.recipient ?? name,
    phone: address?.phone ?? '',
    postcode: address?.postcode ?? '',
    address1: address?.address1 ?? '',
    address2: address?.address2 ?? '',
    deliveryNote: address?.deliveryNote ?? '',
  })
  const [makeDefault, setMakeDefault] = useState(false)
  const [faults, setFaults] = useState<Faults>({})
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const country = countryOf(values.country)
  useEffect(() => {
    if (fault) box.current?.focus()
  }, [fault])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found = fields.flatMap(field => {
      const wrong = faultOf(field, values[field], country)
      return wrong ? [[field, wrong] as const] : []
    })
    setFaults(Object.fromEntries(found))
    const first = found[0]?.[0]
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
    setBusy(true)
    setFault(null)
    try {
      await caller.store.address.save.mutate({ addressId, address: { ...values, country }, makeDefault })
      await onKept()
    } catch (error) {
      setFault(wordsKeyOf(error))
      setBusy(false)
    }
  }
  const errorOf = (field: Name): string | undefined => {
    const found = faults[field]
    if (found === 'long') return words('faults.long')
    return found ? words(`faults.${field}.${found}`) : undefined
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={stopComposingEnter}
      aria-busy={busy}
      className="grid gap-5"
    >
      {fault && (
        <Callout ref={box} tabIndex={-1} tone="bad" role="alert" title={t('failed')}>
          {errors(fault)}
        </Callout>
      )}
      <Select
        label={words('fields.country')}
        name="country"
        autoComplete="shipping country"
        value={values.country}
        options={countries.map(code => ({ value: code, label: countryName(code, locale) }))}
        onChange={event => {
          setValues({ ...values, country: event.target.value })
          setFaults({ ...faults, phone: null, postcode: null })
        }}
      />
      {fields.map(field => (
        <Field
          key={field}
          label={words(`fields.${field}`)}
          name={field}
          {...fieldTraits[field]}
          {...(field === 'postcode' && country !== homeCountry ? { inputMode: 'text' as const } : {})}
          optional={isOptional(field) ? words('optional') : ''}
          value={values[field]}
          onChange={event => {
            setValues({ ...values, [field]: event.target.value })
            setFaults({ ...faults, [field]: null })
          }}
          onBlur={() =>
            values[field] !== '' && setFaults({ ...faults, [field]: faultOf(field, values[field], country) })
          }
          error={errorOf(field)}
        />
      ))}
      {!address?.isDefault && (
        <Checkbox
          label={t('makeThisDefault')}
          checked={makeDefault}
          onChange={event => setMakeDefault(event.target.checked)}
        />
      )}
      <Button type="submit" aria-disabled={busy}>
        {busy ? t('saving') : t('save')}
      </Button>
    </form>
  )
}
