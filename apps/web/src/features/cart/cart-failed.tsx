'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

/** The cart could not be read: why, and the way to try again. */
export const CartFailed = ({ error, className }: { error: unknown; className?: string }) => {
  const t = useTranslations('cart')
  const errors = useTranslations('errors')
  const client = useQueryClient()
  return (
    <Callout tone="bad" role="alert" className={className} title={t('failed')}>
      {errors(wordsKeyOf(error))}
      <Button kind="line" size="medium" className="mt-3 flex!" onClick={() => client.invalidateQueries()}>
        {t('readAgain')}
      </Button>
    </Callout>
  )
}
