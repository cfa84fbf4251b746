'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CodeField } from '@/features/account/code-field'
import { FactorFailure } from './factor-failure'
import { PasswordAgain } from './password-again'
import { useFactorForm } from './use-factor-form'

type Props = { email: string; isRequired: boolean; onDone: () => void }

/** Turns the second factor off, by the password and a code, after saying what follows. */
export const TurnOff = ({ email, isRequired, onDone }: Props) => {
  const t = useTranslations('secondFactor')
  const auth = useTranslations('auth')
  const [recovery, setRecovery] = useState(false)
  const { busy, failure, box, errorOf, form } = useFactorForm(
    'disable',
    field => ({ password: field('password'), code: field('code') }),
    onDone,
  )
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5">{t('turnOff')}</summary>
      <form {...form} className="mt-3 grid gap-5">
        <p>{isRequired ? t('turnOffRequired') : t('turnOffText')}</p>
        <FactorFailure failure={failure} box={box} />
        <PasswordAgain email={email} error={errorOf('password')} />
        <CodeField key={String(recovery)} recovery={recovery} error={errorOf('code')} />
        <button type="button" className="w-max min-h-11 text-sm text-link" onClick={() => setRecovery(!recovery)}>
          {recovery ? auth('useCode') : auth('useRecoveryCode')}
        </button>
        <Button type="submit" kind="line" aria-disabled={busy}>
          {t('turnOffNow')}
        </Button>
      </form>
    </details>
  )
}
