import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/features/admin/back-link'
import { NewProductForm } from '@/features/admin/catalogue/new-product-form'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCatalogue'))('newProduct'))

export default async function NewProductPage() {
  await requireOperator()
  const t = await getTranslations('adminCatalogue')
  const { categories } = await readOrStop((await getApi()).admin.catalogue.listCategories.query({}))
  return (
    <>
      <BackLink href="/admin/products">{t('toProducts')}</BackLink>
      <h1 className="pb-4 text-head">{t('newProduct')}</h1>
      <NewProductForm categories={categories} />
    </>
  )
}
