import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BackLink } from '@/features/admin/back-link'
import { ReturnPage } from '@/features/admin/boards/return-page'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ returnId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminBoards.returns'))('one'))

export default async function OperatorReturnPage({ params }: Props) {
  await requireOperator()
  const { returnId } = await params
  const locale = await getLocale()
  const t = await getTranslations('adminBoards.returns')
  const request = await readOrStop((await getApi()).admin.return.get.query({ returnId, locale }))
  return (
    <>
      <BackLink href="/admin/returns">{t('toAll')}</BackLink>
      <h1 className="pb-4 text-head">{t('one')}</h1>
      <ReturnPage first={request} />
    </>
  )
}
