'use client'

import { useTranslations } from 'next-intl'
import { GuardedDownload } from '../guarded-download'

/** All products, prices and stock as one file. */
export const ExportProducts = () => {
  const t = useTranslations('adminCatalogue')
  return (
    <GuardedDownload permission="catalogue.export" address={() => '/console/products.csv'}>
      {t('export')}
    </GuardedDownload>
  )
}
