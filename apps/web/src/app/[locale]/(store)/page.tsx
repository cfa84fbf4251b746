import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ProductGridSkeleton } from '@/features/catalogue/product-grid'
import { FeaturedProducts } from '@/features/home/featured-products'
import { Hero } from '@/features/home/hero'
import { Story } from '@/features/home/story'
import { Link } from '@/i18n/navigation'
import { pageMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> => pageMetadata({ locale: await getLocale(), path: '/' })

export default async function HomePage() {
  const t = await getTranslations('home')
  return (
    <>
      <Hero />
      <section className="wrap">
        <div className="mb-6 flex items-baseline justify-between gap-4">
          <h2 className="text-head">{t('featured')}</h2>
          <Link href="/products" className="inline-flex min-h-11 items-center text-sm text-ink-2 text-link">
            {t('seeAll')}
          </Link>
        </div>
        <Suspense fallback={<ProductGridSkeleton count={8} />}>
          <FeaturedProducts />
        </Suspense>
      </section>
      <Story />
    </>
  )
}
