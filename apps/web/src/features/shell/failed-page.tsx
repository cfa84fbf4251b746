'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { DeadEnd } from './dead-end'
import { RetryButton } from './retry-button'

type Props = { error: unknown; retry: () => void }

const digestOf = (error: unknown): string | null => {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : null
  return typeof digest === 'string' ? digest : null
}

/** Says that the page failed, that nothing was lost by it, and offers another try. */
export const FailedPage = ({ error, retry }: Props) => {
  const t = useTranslations('failed')
  const digest = digestOf(error)
  useEffect(() => console.error(error), [error])
  return (
    <DeadEnd title={t('title')} text={digest ? `${t('text')} ${t('digest', { digest })}` : t('text')}>
      <RetryButton onRetry={retry} />
    </DeadEnd>
  )
}
