import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { DeadEnd } from '@/features/shell/dead-end'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('findOrder'))('notHere'))

export default function OrderNotFound() {
  const t = useTranslations('findOrder')
  return (
    <DeadEnd title={t('notHere')} text={t('notHereText')}>
      <ButtonLink href="/orders/find" size="medium">
        {t('title')}
      </ButtonLink>
      <ButtonLink href="/sign-in?returnTo=/orders" kind="line" size="medium">
        {t('signIn')}
      </ButtonLink>
    </DeadEnd>
  )
}
