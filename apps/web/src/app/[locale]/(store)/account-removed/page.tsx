import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeadEnd } from '@/features/shell/dead-end'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account.removal'))('doneTitle'))

export default async function AccountRemovedPage() {
  const t = await getTranslations('account.removal')
  return <DeadEnd title={t('doneTitle')} text={t('doneText')} />
}
