'use client'

import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Callout } from '@/components/ui/callout'
import type { authWords } from '@/features/account/auth-words'

type Props = { failure: ReturnType<typeof authWords> | null; box: RefObject<HTMLDivElement | null> }

export const FactorFailure = ({ failure, box }: Props) => {
  const t = useTranslations('auth')
  const words = useTranslations('secondFactor')
  if (!failure) return null
  return (
    <Callout ref={box} tabIndex={-1} role="alert" tone="bad" title={words('failed')}>
      {t(`failures.${failure}`)}
    </Callout>
  )
}
