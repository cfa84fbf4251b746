import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Button } from '@/components/ui/button'
import { CategoryLinks } from '@/features/catalogue/category-links'
import { listAddress, readListQuery } from '@/features/catalogue/list-query'
import { Pager } from '@/features/catalogue/pager'
import { ProductCard } from '@/features/catalogue/product-card'
import { ProductGrid } from '@/features/catalogue/product-grid'
import { SortSelect } from '@/features/catalogue/sort-select'
import { Link } from '@/i18n/navigation'
import { pageMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** So many cards stand in the first row; their pictures load at once. */
const firstRow = 4

const readPage = cache(async (address: string) => {
  const query = readListQuery(Object.fromEntries(new URLSearchParams(address.split('?')[1])))
  const api = await getApi()
  const page = await readOrStop(api.store.catalogue.list.query({ locale: await getLocale(), ...query }))
  return { page, category: page.categories.find(category => category.slug === query.category) }
})

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations('list')
  const query = readListQuery(await searchParams)
  const { category } = await readPage(listAddress(query))
  const path = listAddress({ ...query, sort: 'featured' })
  const title = category?.name ?? t('title')
  return pageMetadata({ locale: await getLocale(), path, title, description: t('description') })
}

export default async function ProductsPage({ searchParams }: Props) {
  const t = await getTranslations('list')
  const query = readListQuery(await searchParams)
  const { page, category } = await readPage(listAddress(query))
  return (
    <div className="wrap pt-4 md:pt-8">
      <h1 className="text-title">{category?.name ?? t('title')}</h1>
      <div className="mt-4 mb-7 flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-b border-line pb-3">
        <CategoryLinks categories={page.categories} query={query} />
        <div className="flex grow items-center justify-between gap-5 md:grow-0">
          <p role="status" className="figures text-[0.9375rem] text-ink-2">
            {t('count', { count: page.total })}
          </p>
          <SortSelect query={query} />
        </div>
      </div>
      {page.products.length === 0 ? (
        <div className="py-16">
          <p className="text-lead">{t('none')}</p>
          <Button asChild kind="line" size="medium" className="mt-5">
            <Link href="/products">{t('toAll')}</Link>
          </Button>
        </div>
      ) : (
        <ProductGrid>
          {page.products.map((product, index) => (
            <ProductCard key={product.id} product={product} heading="h2" first={index < firstRow} />
          ))}
        </ProductGrid>
      )}
      <Pager query={query} total={page.total} pageSize={page.pageSize} />
    </div>
  )
}
