'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { detailsOf, wordsKeyOf } from '@/lib/trpc/shop-code'

const reasons = ['sku-taken', 'slug-taken', 'no-category', 'nothing-to-sell'] as const

/** Why a product could not be saved, in words that say what to do. */
export const SaveError = ({ error }: { error: unknown }) => {
  const t = useTranslations('adminCatalogue.errors')
  const errors = useTranslations('errors')
  const details = detailsOf(error)
  const reason = reasons.find(known => known === details.reason)
  const skus = Array.isArray(details.skus) ? details.skus.join(', ') : ''
  return (
    <Callout tone="bad" role="alert" className="mt-4" title={t('failed')}>
      {reason ? t(reason, { skus }) : errors(wordsKeyOf(error))}
    </Callout>
  )
}
