'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import type { CartView } from '@makegood/core/cart/views'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { stockProblem } from '@/features/cart/cart-changes'
import { Link, usePathname } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import type { Person } from './checkout'
import { keepValues, readValues } from './checkout-draft'
import {
  type CheckoutField,
  type CheckoutValues,
  checkoutFields,
  checkoutSchema,
  emptyCheckout,
} from './checkout-schema'
import { fieldTraits } from './field-traits'
import { PlaceFailure } from './place-failure'
import type { Placing } from './use-place-order'

type Props = { me: Person; cart: CartView; placing: Placing }

/** What the browser fills in beats what the account knows, and what was typed beats both. */
const startValues = (me: Person): CheckoutValues => {
  const known = me ? { email: me.email, recipient: me.name } : {}
  return { ...emptyCheckout, ...known }
}

export const CheckoutForm = ({ me, cart, placing }: Props) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const here = usePathname()
  const form = useForm<CheckoutValues>({
    mode: 'onTouched',
    defaultValues: startValues(me),
    resolver: zodResolver(checkoutSchema),
  })
  const { register, handleSubmit, formState, watch, setValue } = form

  useEffect(() => {
    const kept = readValues()
    for (const field of checkoutFields) {
      const value = kept[field]
      if (value) setValue(field, value)
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
  const field = (name: CheckoutField) => (
    <Field
      label={t(`fields.${name}`)}
      hint={name === 'phone' || name === 'email' ? t(`hints.${name}`) : undefined}
      optional={name === 'address2' ? t('optional') : ''}
      error={errorOf(name)}
      {...fieldTraits[name]}
      {...register(name)}
      className={name === 'postcode' ? 'max-w-44' : ''}
    />
  )
  const busy = placing.state !== 'idle'
  const blocked = cart.lines.some(line => stockProblem(line) !== null)

  return (
    <form
      noValidate
      onKeyDown={stopComposingEnter}
      onSubmit={handleSubmit(values => placing.place(values, cart))}
      aria-busy={busy}
    >
      <fieldset>
        <legend className="font-serif text-head">{t('contact')}</legend>
        {!me && (
          <p className="mt-1 text-[0.9375rem] text-ink-2">
            {t.rich('guest', {
              link: words => (
                <Link href={`/sign-in?returnTo=${encodeURIComponent(here)}`} className="in-text text-link">
                  {words}
                </Link>
              ),
            })}
          </p>
        )}
        <div className="mt-4 grid gap-5">{field('email')}</div>
      </fieldset>
      <fieldset className="mt-10">
        <legend className="font-serif text-head">{t('address')}</legend>
        <div className="mt-4 grid gap-5">
          {field('recipient')}
          {field('phone')}
          {field('postcode')}
          {field('address1')}
          {field('address2')}
        </div>
      </fieldset>
      <div className="mt-9 space-y-4">
        <PlaceFailure placing={placing} cart={cart} />
        {blocked && (
          <p id="checkout-blocked" className="text-sm font-medium text-rust">
            {t('blocked')}{' '}
            <Link href="/cart" className="in-text text-link">
              {t('changeCart')}
            </Link>
          </p>
        )}
        <Button
          type="submit"
          className="w-full"
          disabled={blocked}
          aria-disabled={busy}
          aria-describedby={blocked ? 'checkout-blocked' : 'checkout-next'}
        >
          {busy ? t('placing') : t('place', { total: priceText(cart.total, locale) })}
        </Button>
        <p id="checkout-next" className="text-sm text-ink-2">
          {t('next')}
        </p>
      </div>
    </form>
  )
}
