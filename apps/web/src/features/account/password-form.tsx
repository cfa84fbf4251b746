'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { authClient } from '@/lib/auth-client'
import { authWords } from './auth-words'
import { NewPasswordField } from './new-password-field'
import { PasswordField } from './password-field'
import { useFieldFaults } from './use-field-faults'

const text = (fields: FormData, name: string): string => String(fields.get(name) ?? '')

/** Changes the password; the other devices are signed out with it unless that is unticked. */
export const PasswordForm = ({ email }: { email: string }) => {
  const t = useTranslations('account.profile')
  const auth = useTranslations('auth')
  const { check, forget, errorOf } = useFieldFaults()
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'idle' | 'sending' | 'kept'>('idle')
  const [failure, setFailure] = useState<ReturnType<typeof authWords> | null>(null)
  useEffect(() => {
    if (failure || state === 'kept') box.current?.focus()
  }, [failure, state])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state === 'sending' || !check(event.currentTarget)) return
    const form = event.currentTarget
    const fields = new FormData(form)
    setState('sending')
    setFailure(null)
    const { error } = await authClient.changePassword({
      currentPassword: text(fields, 'currentPassword'),
      newPassword: text(fields, 'password'),
      revokeOtherSessions: fields.get('others') === 'on',
    })
    if (error) {
      setFailure(authWords(error))
      return setState('idle')
    }
    form.reset()
    setState('kept')
  }
  return (
    <form
      method="post"
      noValidate
      onInput={forget}
      onSubmit={submit}
      aria-busy={state === 'sending'}
      className="grid max-w-md grid-cols-1 gap-5"
    >
      {state === 'kept' && <Callout ref={box} tabIndex={-1} role="status" tone="good" title={t('passwordKept')} />}
      {failure && (
        <Callout ref={box} tabIndex={-1} role="alert" tone="bad" title={t('passwordFailed')}>
          {auth(`failures.${failure}`)}
        </Callout>
      )}
      {/* Says to password managers whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="currentPassword"
        label={t('currentPassword')}
        autoComplete="current-password"
        error={errorOf('currentPassword')}
      />
      <NewPasswordField label={t('newPassword')} error={errorOf('password')} />
      <Checkbox name="others" label={t('endOthers')} defaultChecked />
      <Button type="submit" kind="line" size="medium" className="w-max max-w-full" aria-disabled={state === 'sending'}>
        {state === 'sending' ? t('saving') : t('changePassword')}
      </Button>
    </form>
  )
}
