'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { NewPasswordField } from '@/features/account/new-password-field'
import { useFieldFaults } from '@/features/account/use-field-faults'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

/** Chooses the password with which an invited operator begins; the token leaves the address bar as soon as the page has it. */
export const AcceptInvitation = ({ token }: { token: string }) => {
  const t = useTranslations('invitation')
  const auth = useTranslations('auth')
  const errors = useTranslations('errors')
  const { check, forget, errorOf } = useFieldFaults()
  const accept = useMutation(useTRPC().store.account.acceptInvitation.mutationOptions())
  useEffect(() => {
    if (token !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [token])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (accept.isPending || !check(event.currentTarget)) return
    accept.mutate({ token, password: String(new FormData(event.currentTarget).get('password') ?? '') })
  }
  if (accept.isSuccess)
    return (
      <Callout tone="good" role="status" className="mt-7" title={t('done')}>
        <p>{t('doneText', { email: accept.data.email })}</p>
        <ButtonLink href="/sign-in?returnTo=/admin" className="mt-3">
          {auth('signIn')}
        </ButtonLink>
      </Callout>
    )
  return (
    <form
      method="post"
      noValidate
      onInput={forget}
      onSubmit={submit}
      aria-busy={accept.isPending}
      className="mt-7 grid gap-5"
    >
      {accept.error && (
        <Callout tone="bad" role="alert" title={t('failed')}>
          {errors(wordsKeyOf(accept.error))}
        </Callout>
      )}
      <NewPasswordField label={auth('newPassword')} error={errorOf('password')} />
      <Button type="submit" aria-disabled={accept.isPending}>
        {t('accept')}
      </Button>
    </form>
  )
}
