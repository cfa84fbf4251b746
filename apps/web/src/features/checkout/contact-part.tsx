'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Link } from '@/i18n/navigation'
import type { Person } from './checkout'
import { fieldTraits } from './field-traits'
import type { CheckoutFormState } from './use-checkout-form'

/** Where to write about the order: anybody may order with an e-mail, whoever has an account may sign in beside it. */
export const ContactPart = ({ me, form }: { me: Person; form: CheckoutFormState }) => {
  const t = useTranslations('checkout')
  return (
    <fieldset>
      <legend className="font-serif text-head">{t('contact')}</legend>
      {!me && (
        <p className="mt-1 text-[0.9375rem] text-ink-2">
          {t.rich('guest', {
            link: words => (
              <Link href="/sign-in?returnTo=/checkout" className="in-text text-link">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
      <div className="mt-4 grid gap-5">
        <Field
          label={t('fields.email')}
          hint={t('hints.email')}
          error={form.errorOf('email')}
          {...fieldTraits.email}
          {...form.register('email')}
        />
      </div>
    </fieldset>
  )
}
