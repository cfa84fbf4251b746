'use client'

import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CodeField } from '@/features/account/code-field'
import { FactorFailure } from './factor-failure'
import { PasswordAgain } from './password-again'
import { useFactorForm } from './use-factor-form'

type Begun = { readonly totpURI: string; readonly backupCodes: readonly string[] }
type Props = { email: string; onDone: (codes: readonly string[]) => void }

/** Sets a second factor up in two steps: the password, then a code of the app that has read the key. */
export const SetUp = ({ email, onDone }: Props) => {
  const [begun, setBegun] = useState<Begun | null>(null)
  if (!begun) return <Begin email={email} onDone={setBegun} />
  return <Prove uri={begun.totpURI} onDone={() => onDone(begun.backupCodes)} />
}

const Begin = ({ email, onDone }: { email: string; onDone: (begun: Begun) => void }) => {
  const t = useTranslations('secondFactor')
  const { busy, failure, box, errorOf, form } = useFactorForm<Begun>(
    'enable',
    field => ({ password: field('password') }),
    onDone,
  )
  return (
    <form {...form} className="mt-7 grid gap-5">
      <FactorFailure failure={failure} box={box} />
      <PasswordAgain email={email} error={errorOf('password')} />
      <Button type="submit" aria-disabled={busy}>
        {t('begin')}
      </Button>
    </form>
  )
}

const Prove = ({ uri, onDone }: { uri: string; onDone: () => void }) => {
  const t = useTranslations('secondFactor')
  const { busy, failure, box, errorOf, form } = useFactorForm('verify-totp', field => ({ code: field('code') }), onDone)
  const key = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <form {...form} className="mt-7 grid gap-5">
      <FactorFailure failure={failure} box={box} />
      <p>{t('scan')}</p>
      <div className="w-max bg-white p-4">
        <QRCodeSVG value={uri} size={192} title={t('qrTitle')} />
      </div>
      <p>
        {t('orKey')}
        <code className="figures mt-1 block break-all select-all">{key.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeField error={errorOf('code')} />
      <Button type="submit" aria-disabled={busy}>
        {t('prove')}
      </Button>
    </form>
  )
}
