import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { TermsPage } from '@/features/terms/terms-page'
import { ConditionsParts } from '@/features/terms/terms-parts'
import { pageMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('terms.conditions')
  return pageMetadata({ locale: await getLocale(), path: '/terms', title: t('title'), description: t('lead') })
}

export default function ConditionsPage() {
  return (
    <TermsPage of="conditions">
      <ConditionsParts />
    </TermsPage>
  )
}
