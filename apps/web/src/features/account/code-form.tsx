'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { authClient } from '@/lib/auth-client'
import { CodeField } from './code-field'
import { useAuthForm } from './use-auth-form'

/** Asks for the second factor after the password: the code of the moment, or one of the recovery codes. */
export const CodeForm = ({ goTo, onBack }: { goTo: string; onBack: () => void }) => {
  const t = useTranslations('auth')
  const [recovery, setRecovery] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    box.current?.querySelector('input')?.focus()
  }, [recovery])
  const {
    busy,
    failure,
    box: failureBox,
    errorOf,
    form,
  } = useAuthForm(
    fields =>
      authClient.$fetch(recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', {
        method: 'POST',
        body: { code: String(fields.get('code') ?? '').trim() },
      }),
    goTo,
  )
  return (
    <form ref={box} method="post" {...form} className="mt-7 grid grid-cols-1 gap-5">
      {failure && (
        <Callout ref={failureBox} tabIndex={-1} tone="bad" role="alert" title={t('signInFailed')}>
          {t(`failures.${failure}`)}
        </Callout>
      )}
      <CodeField key={String(recovery)} recovery={recovery} error={errorOf('code')} />
      <Button type="submit" aria-disabled={busy} className="w-full">
        {busy ? t('signingIn') : t('signIn')}
      </Button>
      <div className="flex flex-wrap gap-x-5">
        <button type="button" className="min-h-11 text-sm text-link" onClick={() => setRecovery(!recovery)}>
          {recovery ? t('useCode') : t('useRecoveryCode')}
        </button>
        <button type="button" className="min-h-11 text-sm text-link" onClick={onBack}>
          {t('otherAccount')}
        </button>
      </div>
    </form>
  )
}
