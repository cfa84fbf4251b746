'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'

/** Where a code of the authenticator or a recovery code is typed; a phone shows its digits and offers the code itself. */
export const CodeField = ({ recovery = false, error }: { recovery?: boolean; error?: string | undefined }) => {
  const t = useTranslations('auth')
  return recovery ? (
    <Field
      label={t('recoveryCode')}
      hint={t('recoveryCodeHint')}
      name="code"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      required
      pattern="\s*[A-Za-z0-9]{5}-[A-Za-z0-9]{5}\s*"
      error={error}
    />
  ) : (
    <Field
      label={t('code')}
      hint={t('codeHint')}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      pattern="\s*[0-9]{6}\s*"
      error={error}
      className="figures"
    />
  )
}
