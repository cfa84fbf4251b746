'use client'

import { useTranslations } from 'next-intl'
import { PasswordField } from '@/features/account/password-field'

/** The password once more, with the account that a password manager shall fill in for. */
export const PasswordAgain = ({ email, error }: { email: string; error: string | undefined }) => {
  const t = useTranslations('secondFactor')
  return (
    <>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label={t('password')} autoComplete="current-password" error={error} />
    </>
  )
}
