'use client'

import { countries, homeCountry } from '@makegood/core/address/countries'
import type { OwnAddress } from '@makegood/core/address/views'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import { countryName } from '@/features/delivery/country-name'
import type { Person } from './checkout'
import { type CheckoutField, emptyCheckout, newAddress } from './checkout-fields'
import { fieldTraits } from './field-traits'
import { Unfold } from './unfold'
import type { CheckoutFormState } from './use-checkout-form'

type Props = { me: Person; addresses: readonly OwnAddress[]; form: CheckoutFormState }

const addressFields = ['country', 'recipient', 'phone', 'postcode', 'address1', 'address2', 'deliveryNote'] as const

/** Where it goes: one of the account's addresses, or one that is typed; few fields are in sight, the rest behind its name. */
export const AddressPart = ({ me, addresses, form }: Props) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const { register, setValue, watch, formState } = form
  const chosen = watch('savedAddress')
  const country = watch('country')
  const isSaved = addresses.some(({ id }) => id === chosen)
  const isWrong = addressFields.some(name => formState.errors[name])

  // An address from before today's rules is opened, so that its fault can be seen and mended.
  useEffect(() => {
    if (isSaved && isWrong) setValue('savedAddress', newAddress)
  }, [isSaved, isWrong, setValue])

  const choose = (id: string) => {
    const address = addresses.find(candidate => candidate.id === id)
    setValue('savedAddress', address ? id : newAddress)
    const values = address ?? { ...emptyCheckout, recipient: me?.name ?? '' }
    for (const name of addressFields) setValue(name, values[name], { shouldValidate: false })
    form.clearErrors([...addressFields])
  }
  const field = (name: Exclude<CheckoutField, 'country' | 'email'>, className = '') => (
    <Field
      label={t(`fields.${name}`)}
      hint={
        name === 'phone'
          ? t('hints.phone')
          : name === 'address1' && country === homeCountry
            ? t('hints.address1')
            : undefined
      }
      optional={name === 'address2' || name === 'deliveryNote' ? t('optional') : ''}
      error={form.errorOf(name)}
      {...fieldTraits[name]}
      {...(name === 'postcode' && country !== homeCountry ? { inputMode: 'text' as const } : {})}
      {...register(name)}
      className={className}
    />
  )
  return (
    <fieldset className="mt-10">
      <legend className="font-serif text-head">{t('address')}</legend>
      <div className="mt-4 grid gap-5">
        {addresses.length > 0 && (
          <RadioCards
            legend={t('saved')}
            value={isSaved ? chosen : newAddress}
            onChange={choose}
            cards={[
              ...addresses.map(address => ({
                value: address.id,
                title: address.recipient,
                text: `(${address.postcode}) ${[address.address1, address.address2].filter(Boolean).join(' ')}`,
              })),
              { value: newAddress, title: t('otherAddress') },
            ]}
          />
        )}
        {!isSaved && (
          <>
            {field('recipient')}
            {field('phone')}
            <Unfold label={t('abroad')} filled={country !== homeCountry || locale !== 'ko'}>
              <Select
                label={t('fields.country')}
                error={form.errorOf('country')}
                autoComplete="shipping country"
                options={countries.map(code => ({ value: code, label: countryName(code, locale) }))}
                {...register('country')}
              />
            </Unfold>
            {field('postcode', 'max-w-44')}
            {field('address1')}
            <Unfold label={t('moreAddress')} filled={Boolean(watch('address2') || formState.errors.address2)}>
              {field('address2')}
            </Unfold>
          </>
        )}
        <Unfold label={t('addNote')} filled={Boolean(watch('deliveryNote') || formState.errors.deliveryNote)}>
          {field('deliveryNote')}
        </Unfold>
        {me && !isSaved && (
          <Checkbox
            label={t('keepAddress')}
            checked={watch('keepAddress') === '1'}
            onChange={event => setValue('keepAddress', event.target.checked ? '1' : '')}
          />
        )}
      </div>
    </fieldset>
  )
}
