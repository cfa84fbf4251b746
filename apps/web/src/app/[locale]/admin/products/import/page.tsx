import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/features/admin/back-link'
import { ImportPreview } from '@/features/admin/catalogue/importing/import-preview'
import { SendImport } from '@/features/admin/catalogue/importing/send-import'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<{ import?: string | string[] }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCatalogue.importing'))('title'))

export default async function ImportPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminCatalogue')
  const { import: importId } = await searchParams
  const api = await getApi()
  const view = typeof importId === 'string' ? await readOrStop(api.admin.catalogue.getImport.query({ importId })) : null
  return (
    <>
      <BackLink href="/admin/products">{t('toProducts')}</BackLink>
      <h1 className="pb-4 text-head">{t('importing.title')}</h1>
      {view ? <ImportPreview key={view.importId} first={view} /> : <SendImport />}
    </>
  )
}
