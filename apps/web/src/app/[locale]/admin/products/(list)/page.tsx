import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { ExportProducts } from '@/features/admin/catalogue/export-products'
import { PageLinks } from '@/features/admin/catalogue/page-links'
import { ProductFilters } from '@/features/admin/catalogue/product-filters'
import { productListAddress, readProductQuery } from '@/features/admin/catalogue/product-query'
import { ProductsTable } from '@/features/admin/catalogue/products-table'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCatalogue'))('products'))

export default async function ProductsPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminCatalogue')
  const query = readProductQuery(await searchParams)
  const api = await getApi()
  const [{ products, nextCursor }, { categories }] = await readOrStop(
    Promise.all([api.admin.catalogue.list.query(query), api.admin.catalogue.listCategories.query({})]),
  )
  const { cursor, ...first } = query
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
        <h1 className="text-head">{t('products')}</h1>
        <div className="flex flex-wrap gap-2.5">
          <ExportProducts />
          <ButtonLink href="/admin/products/categories" kind="line" size="small">
            {t('categories')}
          </ButtonLink>
          <ButtonLink href="/admin/products/import" kind="line" size="small">
            {t('import')}
          </ButtonLink>
          <ButtonLink href="/admin/products/new" size="small">
            {t('newProduct')}
          </ButtonLink>
        </div>
      </div>
      <ProductFilters query={query} categories={categories} />
      {products.length === 0 ? <p className="py-10 text-base">{t('none')}</p> : <ProductsTable products={products} />}
      <PageLinks
        first={cursor ? productListAddress(first) : null}
        next={nextCursor ? productListAddress({ ...first, cursor: nextCursor }) : null}
      />
    </>
  )
}
