'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { useRouter } from '@/i18n/navigation'

/** Reads the page again, without losing what stands on it. */
export const RetryButton = ({ onRetry }: { onRetry?: () => void }) => {
  const t = useTranslations('common')
  const router = useRouter()
  const [pending, start] = useTransition()
  const retry = () =>
    start(() => {
      router.refresh()
      onRetry?.()
    })
  return (
    <Button kind="line" size="medium" className="mt-3" onClick={retry} aria-disabled={pending}>
      {pending ? t('trying') : t('retry')}
    </Button>
  )
}
