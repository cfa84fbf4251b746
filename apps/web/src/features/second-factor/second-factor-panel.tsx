'use client'

import type { SecondFactorView } from '@makegood/core/user/second-factor'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { RecoveryCodes } from './recovery-codes'
import { RenewCodes } from './renew-codes'
import { SetUp } from './set-up'
import { TurnOff } from './turn-off'

/** An operator's own second factor: set up, or what it is and how to change it. New recovery codes are shown once, here. */
export const SecondFactorPanel = ({ first, email }: { first: SecondFactorView; email: string }) => {
  const t = useTranslations('secondFactor')
  const [isOn, setIsOn] = useState(first.isOn)
  const [left, setLeft] = useState(first.recoveryCodesLeft)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const show = (made: readonly string[]) => {
    setCodes(made)
    setLeft(made.length)
    setIsOn(true)
  }
  if (!isOn) return <SetUp email={email} onDone={show} />
  return (
    <div className="mt-7 grid gap-6">
      <Callout tone="good" role="status" title={t('isOn')}>
        {t('codesLeft', { count: left })}
      </Callout>
      {codes && <RecoveryCodes codes={codes} />}
      <ButtonLink href="/admin" kind={codes ? 'primary' : 'line'}>
        {t('toConsole')}
      </ButtonLink>
      {!codes && (
        <>
          <RenewCodes email={email} onDone={show} />
          <TurnOff email={email} isRequired={first.isRequired} onDone={() => setIsOn(false)} />
        </>
      )}
    </div>
  )
}
