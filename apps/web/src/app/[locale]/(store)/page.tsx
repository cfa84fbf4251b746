import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { Suspense } from 'react'
import { ProductGridSkeleton } from '@/features/catalogue/product-grid'
import { Campaign } from '@/features/home/campaign'
import { CategoryTiles } from '@/features/home/category-tiles'
import { Hero } from '@/features/home/hero'
import { NewProducts } from '@/features/home/new-products'
import { Story } from '@/features/home/story'
import { TopProducts } from '@/features/home/top-products'
import { ShopJsonLd } from '@/features/seo/shop-json-ld'
import { ClientWords } from '@/i18n/client-words'
import { pageMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> => pageMetadata({ locale: await getLocale(), path: '/' })

const Waiting = ({ count }: { count: number }) => (
  <div className="wrap">
    <div className="mb-6 min-h-11" />
    <ProductGridSkeleton count={count} />
  </div>
)

export default function HomePage() {
  return (
    <ClientWords of={['home']}>
      <Hero />
      <div className="space-y-18 md:space-y-24">
        <Suspense fallback={<Waiting count={8} />}>
          <TopProducts />
        </Suspense>
        <Campaign />
        <CategoryTiles />
        <NewProducts />
      </div>
      <Story />
      <ShopJsonLd />
    </ClientWords>
  )
}
