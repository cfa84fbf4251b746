'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { forgetCheckout } from '@/features/checkout/checkout-draft'
import { getPathname } from '@/i18n/navigation'
import { authClient } from '@/lib/auth-client'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { PasswordField } from './password-field'
import { useFieldFaults } from './use-field-faults'

type Props = { email: string; onRefused: () => Promise<unknown> }

/** Asks for the password again and removes the account; the page that follows says that it is done. */
export const RemoveForm = ({ email, onRefused }: Props) => {
  const t = useTranslations('account.removal')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const caller = useTRPCClient()
  const client = useQueryClient()
  const { check, forget, errorOf } = useFieldFaults()
  const box = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  useEffect(() => {
    if (fault) box.current?.focus()
  }, [fault])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || !check(event.currentTarget)) return
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    setBusy(true)
    setFault(null)
    try {
      await caller.store.account.remove.mutate({ password })
    } catch (error) {
      setFault(wordsKeyOf(error))
      setBusy(false)
      await onRefused()
      return
    }
    forgetCheckout()
    client.clear()
    // The session is gone already; this lets the browser forget its cookie.
    await authClient.signOut()
    window.location.assign(getPathname({ href: '/account-removed', locale }))
  }
  return (
    <form
      method="post"
      noValidate
      onInput={forget}
      onSubmit={submit}
      aria-busy={busy}
      className="mt-10 grid max-w-md grid-cols-1 gap-5 border-t border-line pt-6"
    >
      {fault && (
        <Callout ref={box} tabIndex={-1} tone="bad" role="alert" title={t('failed')}>
          {errors(fault)}
        </Callout>
      )}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label={t('password')} autoComplete="current-password" error={errorOf('password')} />
      <Button type="submit" aria-disabled={busy} className="bg-rust! text-paper! hover:bg-rust/88!">
        {busy ? t('removing') : t('remove')}
      </Button>
      <p className="text-sm text-ink-2">{t('final')}</p>
    </form>
  )
}
