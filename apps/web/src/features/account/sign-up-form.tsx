'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { authClient } from '@/lib/auth-client'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { NewPasswordField } from './new-password-field'
import { useAuthForm } from './use-auth-form'

const text = (fields: FormData, name: string): string => String(fields.get(name) ?? '')

export const SignUpForm = ({ goTo }: { goTo: string }) => {
  const t = useTranslations('auth')
  const { busy, failure, box, errorOf, form } = useAuthForm(
    fields =>
      authClient.signUp.email({
        name: text(fields, 'name').trim(),
        email: text(fields, 'email').trim(),
        password: text(fields, 'password'),
      }),
    goTo,
  )
  return (
    <form method="post" {...form} onKeyDown={stopComposingEnter} className="mt-7 grid grid-cols-1 gap-5">
      {failure && (
        <Callout ref={box} tabIndex={-1} tone="bad" role="alert" title={t('signUpFailed')}>
          {t(`failures.${failure}`)}
        </Callout>
      )}
      <Field
        label={t('name')}
        name="name"
        autoComplete="name"
        spellCheck={false}
        required
        pattern=".*\S.*"
        maxLength={80}
        error={errorOf('name')}
      />
      <Field
        label={t('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        required
        error={errorOf('email')}
      />
      <NewPasswordField error={errorOf('password')} />
      <Button type="submit" aria-disabled={busy} className="mt-1 w-full">
        {busy ? t('signingUp') : t('signUp')}
      </Button>
    </form>
  )
}
