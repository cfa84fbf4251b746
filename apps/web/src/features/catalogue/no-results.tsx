import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ChipLink } from '@/components/ui/chip'
import { readPublic } from '@/lib/trpc/read-public'
import { getApi } from '@/lib/trpc/server'
import { withoutFilters } from './list-filters'
import { type ListPage, type ListQuery, listAddress, plainList } from './list-query'
import { ProductCard } from './product-card'
import { ProductGrid } from './product-grid'

const shownMax = 4

/** Nothing was found: what to look for instead, and things that come near. */
export const NoResults = async ({ query, page }: { query: ListQuery; page: ListPage }) => {
  const t = await getTranslations('list.empty')
  const locale = await getLocale()
  const api = await getApi()
  const [near, instead] = await Promise.all([
    query.q ? api.store.catalogue.findNearby.query({ locale, q: query.q }) : null,
    readPublic().list({ locale, inStock: true }),
  ])
  const products = near && near.products.length > 0 ? near.products : instead.products.slice(0, shownMax)
  const wider = listAddress(withoutFilters(query))
  const to = (href: string, words: ReactNode) => (
    <ChipLink key={href} href={href}>
      {words}
    </ChipLink>
  )
  return (
    <>
      <div className="border-b border-line pt-5 pb-11">
        <h2 className="text-head wrap-anywhere">{query.q ? t('search', { q: query.q }) : t('filters')}</h2>
        <p className="mt-2 text-ink-2">{t(query.q ? 'searchHint' : 'filtersHint')}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          {wider !== listAddress({ ...query, page: 1 }) && to(wider, t('withoutFilters'))}
          {near?.words.map(({ word, total }) =>
            to(listAddress({ ...plainList, q: word }), t('wordAlone', { word, count: total })),
          )}
          {page.categories.map(({ slug, name }) => to(listAddress({ ...plainList, categories: [slug] }), name))}
          {to(listAddress(plainList), t('all'))}
        </div>
      </div>
      <h2 className="mt-12 mb-6 text-head">{t(near && near.products.length > 0 ? 'near' : 'instead')}</h2>
      <ProductGrid>
        {products.map(product => (
          <ProductCard key={product.id} product={product} heading="h3" />
        ))}
      </ProductGrid>
    </>
  )
}
