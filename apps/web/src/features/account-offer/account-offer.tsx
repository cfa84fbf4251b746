'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { NewPasswordField } from '@/features/account/new-password-field'
import { useFieldFaults } from '@/features/account/use-field-faults'
import { useCartUi } from '@/features/cart/cart-context'
import { Link } from '@/i18n/navigation'
import { useKeepOrder } from './use-keep-order'

/** A guest who has bought may keep the order in an account: one password is all it takes, and no is a fine answer too. */
export const AccountOffer = ({ order }: { order: OrderView }) => {
  const t = useTranslations('accountOffer')
  const auth = useTranslations('auth')
  const errors = useTranslations('errors')
  const { email } = useCartUi()
  const { isSending, failure, keep } = useKeepOrder(order.id)
  const { check, forget, errorOf } = useFieldFaults()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!check(event.currentTarget)) return
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    void keep(email === null ? { name: order.address.recipient, email: order.email, password } : null)
  }
  const isRefused = failure?.kind === 'account' && failure.words === 'signUpRefused'
  return (
    <section aria-labelledby="account-offer" className="rounded-sm border border-line bg-sheet p-5 sm:p-6">
      <h2 id="account-offer" className="text-sub">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-[31em] text-ink-2">
        {email === null ? t('text', { email: order.email }) : t('textSignedIn', { email })}
      </p>
      <form noValidate onInput={forget} onSubmit={submit} aria-busy={isSending} className="mt-4 grid gap-4">
        {failure && (
          <Callout ref={box} tabIndex={-1} tone="bad" role="alert" title={t('failed')}>
            {failure.kind === 'account' ? auth(`failures.${failure.words}`) : errors(failure.words)}
            {isRefused && (
              <Link
                href={`/sign-in?returnTo=${encodeURIComponent(`/orders/${order.id}`)}`}
                className="flex min-h-11 items-center font-semibold text-link"
              >
                {t('signIn')}
              </Link>
            )}
          </Callout>
        )}
        {email === null && (
          <>
            <input type="hidden" name="username" autoComplete="username" value={order.email} readOnly />
            <NewPasswordField error={errorOf('password')} />
          </>
        )}
        <Button type="submit" kind="line" size="medium" aria-disabled={isSending} className="justify-self-start">
          {isSending ? t('keeping') : t('keep')}
        </Button>
      </form>
    </section>
  )
}
