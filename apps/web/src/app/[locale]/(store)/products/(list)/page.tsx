import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ChosenFilters } from '@/features/catalogue/chosen-filters'
import { FilterBar } from '@/features/catalogue/filter-bar'
import { canonicalAddress, listAddress, readListQuery, type SearchParams } from '@/features/catalogue/list-query'
import { ListResults } from '@/features/catalogue/list-results'
import { ListStateProvider } from '@/features/catalogue/list-state'
import { NoResults } from '@/features/catalogue/no-results'
import { Pager } from '@/features/catalogue/pager'
import { ProductCard } from '@/features/catalogue/product-card'
import { ProductGrid } from '@/features/catalogue/product-grid'
import { TrailJsonLd } from '@/features/seo/trail-json-ld'
import { redirect } from '@/i18n/navigation'
import { pageMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { readPublic } from '@/lib/trpc/read-public'

type Props = { searchParams: Promise<SearchParams> }

/** So many cards stand in the first row; their pictures load at once. */
const firstRow = 4

/** Read once for the page and its metadata, whatever the order of the choices in the address. */
const readPage = cache(async (address: string) => {
  const query = readListQuery(Object.fromEntries(new URLSearchParams(address.split('?')[1])))
  const locale = await getLocale()
  const choices = { ...query, categories: [...query.categories], colours: [...query.colours] }
  const page = await readOrStop(readPublic().list({ locale, ...choices }))
  const pages = Math.max(1, Math.ceil(page.total / page.pageSize))
  const [only, ...others] = query.categories
  const category = others.length === 0 ? page.categories.find(({ slug }) => slug === only) : undefined
  return { query, page, pages, category }
})

/** Behind the last page stands the last page. */
const readFor = async ({ searchParams }: Props) => {
  const list = await readPage(listAddress(readListQuery(await searchParams)))
  const { query, pages } = list
  if (query.page > pages) redirect({ href: listAddress({ ...query, page: pages }), locale: await getLocale() })
  return list
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations('list')
  const { query, page, category } = await readFor(props)
  const name = query.q ? t('searchTitle', { q: query.q }) : (category?.name ?? t('title'))
  const title = query.page > 1 ? t('pageTitle', { name, page: query.page }) : name
  const description = category && !query.q ? t('categoryDescription', { category: category.name }) : t('description')
  const isForSearchEngines = !query.q && page.total > 0
  return {
    ...pageMetadata({ locale: await getLocale(), path: canonicalAddress(query), title, description }),
    ...(isForSearchEngines ? {} : { robots: { index: false, follow: true } }),
  }
}

export default async function ProductsPage(props: Props) {
  const t = await getTranslations('list')
  const { query, page, pages, category } = await readFor(props)
  const { categories, colours, total } = page
  return (
    <div className="wrap pt-4 md:pt-8">
      <ListStateProvider query={query} shelf={{ categories, colours, total, totalWords: t('count', { count: total }) }}>
        <h1 className="text-title wrap-anywhere">
          {query.q ? t('searchTitle', { q: query.q }) : (category?.name ?? t('title'))}
        </h1>
        <FilterBar />
        <ChosenFilters />
        <ListResults>
          {total === 0 ? (
            <NoResults query={query} page={page} />
          ) : (
            <ProductGrid>
              {page.products.map((product, index) => (
                <ProductCard key={product.id} product={product} heading="h2" first={index < firstRow} />
              ))}
            </ProductGrid>
          )}
        </ListResults>
      </ListStateProvider>
      <Pager query={query} pages={pages} />
      {category && (
        <TrailJsonLd
          steps={[
            { name: t('title'), path: '/products' },
            { name: category.name, path: `/products?category=${category.slug}` },
          ]}
        />
      )}
    </div>
  )
}
