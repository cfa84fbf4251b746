'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Link } from '@/i18n/navigation'
import { authClient } from '@/lib/auth-client'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { CodeForm } from './code-form'
import { PasswordField } from './password-field'
import { useAuthForm } from './use-auth-form'

const text = (fields: FormData, name: string): string => String(fields.get(name) ?? '')

export const SignInForm = ({ goTo }: { goTo: string }) => {
  const t = useTranslations('auth')
  const { busy, failure, box, errorOf, form } = useAuthForm(async fields => {
    const { error, data } = await authClient.signIn.email({
      email: text(fields, 'email').trim(),
      password: text(fields, 'password'),
    })
    const asksForCode = data !== null && 'twoFactorRedirect' in data
    return asksForCode ? { error, askNext: () => setAsksForCode(true) } : { error }
  }, goTo)
  const [asksForCode, setAsksForCode] = useState(false)
  if (asksForCode) return <CodeForm goTo={goTo} onBack={() => setAsksForCode(false)} />
  return (
    <form method="post" {...form} onKeyDown={stopComposingEnter} className="mt-7 grid grid-cols-1 gap-5">
      {failure && (
        <Callout ref={box} tabIndex={-1} tone="bad" role="alert" title={t('signInFailed')}>
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
        error={errorOf('email')}
      />
      <PasswordField autoComplete="current-password" error={errorOf('password')} />
      <Link href="/forgot-password" className="-mt-2 inline-flex min-h-11 w-max items-center text-sm text-link">
        {t('forgot')}
      </Link>
      <Button type="submit" aria-disabled={busy} className="mt-1 w-full">
        {busy ? t('signingIn') : t('signIn')}
      </Button>
    </form>
  )
}
