import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { DeadEnd } from '@/features/shell/dead-end'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('notFound'))('title'))

export default function NotFound() {
  const t = useTranslations('notFound')
  return <DeadEnd title={t('title')} text={t('text')} />
}
