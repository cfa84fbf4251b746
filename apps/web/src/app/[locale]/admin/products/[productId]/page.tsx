import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BackLink } from '@/features/admin/back-link'
import { ProductForm } from '@/features/admin/catalogue/product-form'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ productId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCatalogue'))('products'))

export default async function ProductPage({ params }: Props) {
  await requireOperator()
  const { productId } = await params
  const t = await getTranslations('adminCatalogue')
  const locale = await getLocale()
  const api = await getApi()
  const [product, { categories }] = await readOrStop(
    Promise.all([api.admin.catalogue.get.query({ productId }), api.admin.catalogue.listCategories.query({})]),
  )
  return (
    <>
      <BackLink href="/admin/products">{t('toProducts')}</BackLink>
      <h1 className="pb-4 text-head">{locale === 'ko' ? product.nameKo : product.nameEn}</h1>
      <ProductForm first={product} categories={categories} />
    </>
  )
}
