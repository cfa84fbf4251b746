'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { authClient } from '@/lib/auth-client'
import { authWords } from './auth-words'
import { NewPasswordField } from './new-password-field'
import { useFieldFaults } from './use-field-faults'

/** Chooses a new password by the link of a mail; the token leaves the address bar as soon as the page has it. */
export const ResetForm = ({ token }: { token: string }) => {
  const t = useTranslations('auth')
  const { check, forget, errorOf } = useFieldFaults()
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'idle' | 'sending' | 'kept'>('idle')
  const [answer, setAnswer] = useState<ReturnType<typeof authWords> | null>(null)
  const failure = answer ?? (token === '' ? 'oldLink' : null)
  useEffect(() => {
    if (token !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [token])
  useEffect(() => {
    if (answer || state === 'kept') box.current?.focus()
  }, [answer, state])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state === 'sending' || !check(event.currentTarget)) return
    const newPassword = String(new FormData(event.currentTarget).get('password') ?? '')
    setState('sending')
    setAnswer(null)
    const { error } = await authClient.resetPassword({ newPassword, token })
    if (error) setAnswer(error.status === 400 && error.code === 'invalid-input' ? 'oldLink' : authWords(error))
    setState(error ? 'idle' : 'kept')
  }
  if (state === 'kept')
    return (
      <Callout ref={box} tabIndex={-1} role="status" tone="good" className="mt-7" title={t('resetDone')}>
        <p>{t('resetDoneText')}</p>
        <Link href="/sign-in" className="in-text font-semibold text-link">
          {t('signIn')}
        </Link>
      </Callout>
    )
  return (
    <form
      method="post"
      noValidate
      onInput={forget}
      onSubmit={submit}
      aria-busy={state === 'sending'}
      className="mt-7 grid grid-cols-1 gap-5"
    >
      {failure && (
        <Callout ref={box} tabIndex={-1} role="alert" tone="bad" title={t('resetFailed')}>
          <p>{t(`failures.${failure}`)}</p>
          {failure === 'oldLink' && (
            <Link href="/forgot-password" className="in-text font-semibold text-link">
              {t('forgotSend')}
            </Link>
          )}
        </Callout>
      )}
      <NewPasswordField label={t('newPassword')} error={errorOf('password')} />
      <Button type="submit" aria-disabled={state === 'sending'} className="mt-1 w-full">
        {state === 'sending' ? t('resetSending') : t('reset')}
      </Button>
    </form>
  )
}
