'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FactorFailure } from './factor-failure'
import { PasswordAgain } from './password-again'
import { useFactorForm } from './use-factor-form'

type Props = { email: string; onDone: (codes: readonly string[]) => void }

/** Makes the recovery codes anew; the earlier ones work no more. */
export const RenewCodes = ({ email, onDone }: Props) => {
  const t = useTranslations('secondFactor')
  const { busy, failure, box, errorOf, form } = useFactorForm<{ backupCodes: readonly string[] }>(
    'generate-backup-codes',
    field => ({ password: field('password') }),
    answer => onDone(answer.backupCodes),
  )
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5">{t('renew')}</summary>
      <form {...form} className="mt-3 grid gap-5">
        <p>{t('renewText')}</p>
        <FactorFailure failure={failure} box={box} />
        <PasswordAgain email={email} error={errorOf('password')} />
        <Button type="submit" kind="line" aria-disabled={busy}>
          {t('renewNow')}
        </Button>
      </form>
    </details>
  )
}
