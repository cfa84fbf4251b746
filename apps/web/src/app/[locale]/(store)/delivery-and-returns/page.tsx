import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeliveryParts } from '@/features/terms/delivery-parts'
import { TermsPage } from '@/features/terms/terms-page'
import { pageMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('terms.delivery')
  return pageMetadata({
    locale: await getLocale(),
    path: '/delivery-and-returns',
    title: t('title'),
    description: t('lead'),
  })
}

export default function DeliveryAndReturnsPage() {
  return (
    <TermsPage of="delivery">
      <DeliveryParts />
    </TermsPage>
  )
}
