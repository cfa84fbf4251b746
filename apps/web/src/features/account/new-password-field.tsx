'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from './password-field'

/** The api refuses shorter passwords. */
const passwordMin = 10

/** Where a password is chosen: how long it must be is said and checked. */
export const NewPasswordField = ({ label, error }: { label?: string; error: string | undefined }) => {
  const t = useTranslations('auth')
  return (
    <PasswordField
      {...(label ? { label } : {})}
      autoComplete="new-password"
      minLength={passwordMin}
      hint={t('passwordHint', { count: passwordMin })}
      error={error}
    />
  )
}
