import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { DeadEnd } from '@/features/shell/dead-end'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('forbidden'))('title'))

export default function Forbidden() {
  const t = useTranslations('forbidden')
  return (
    <DeadEnd title={t('title')} text={t('text')}>
      <ButtonLink href="/sign-in" size="medium">
        {t('signIn')}
      </ButtonLink>
    </DeadEnd>
  )
}
