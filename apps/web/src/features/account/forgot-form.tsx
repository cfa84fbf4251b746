'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { getPathname } from '@/i18n/navigation'
import { authClient } from '@/lib/auth-client'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { authWords } from './auth-words'
import { useFieldFaults } from './use-field-faults'

/** Asks for the mail with which a new password is chosen; what is said afterwards is the same for every address. */
export const ForgotForm = () => {
  const t = useTranslations('auth')
  const locale = useLocale()
  const { check, forget, errorOf } = useFieldFaults()
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'idle' | 'sending' | 'taken'>('idle')
  const [failure, setFailure] = useState<ReturnType<typeof authWords> | null>(null)
  useEffect(() => {
    if (failure || state === 'taken') box.current?.focus()
  }, [failure, state])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state === 'sending' || !check(event.currentTarget)) return
    const email = String(new FormData(event.currentTarget).get('email'))
    setState('sending')
    setFailure(null)
    const redirectTo = getPathname({ href: '/reset-password', locale })
    const { error } = await authClient.requestPasswordReset({ email: email.trim(), redirectTo })
    if (error) setFailure(authWords(error))
    setState(error ? 'idle' : 'taken')
  }
  return (
    <form
      method="post"
      noValidate
      onInput={forget}
      onSubmit={submit}
      onKeyDown={stopComposingEnter}
      aria-busy={state === 'sending'}
      className="mt-7 grid grid-cols-1 gap-5"
    >
      {state === 'taken' && (
        <Callout ref={box} tabIndex={-1} role="status" tone="good" title={t('forgotTaken')}>
          {t('forgotTakenText')}
        </Callout>
      )}
      {failure && (
        <Callout ref={box} tabIndex={-1} role="alert" tone="bad" title={t('forgotFailed')}>
          {t(`failures.${failure}`)}
        </Callout>
      )}
      <Field
        label={t('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        required
        maxLength={254}
        onChange={() => {
          if (state === 'taken') setState('idle')
        }}
        error={errorOf('email')}
      />
      <Button type="submit" aria-disabled={state === 'sending'} className="mt-1 w-full">
        {state === 'sending' ? t('forgotSending') : t('forgotSend')}
      </Button>
    </form>
  )
}
