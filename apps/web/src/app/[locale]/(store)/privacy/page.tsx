import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { TermsPage } from '@/features/terms/terms-page'
import { PrivacyParts } from '@/features/terms/terms-parts'
import { pageMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('terms.privacy')
  return pageMetadata({ locale: await getLocale(), path: '/privacy', title: t('title'), description: t('lead') })
}

export default function PrivacyPage() {
  return (
    <TermsPage of="privacy">
      <PrivacyParts />
    </TermsPage>
  )
}
