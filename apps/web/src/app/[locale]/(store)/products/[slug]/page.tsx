import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache, Suspense } from 'react'
import { ProductJsonLd } from '@/features/catalogue/product-json-ld'
import { BuyBox } from '@/features/product/buy-box'
import { toDeliveryWords } from '@/features/product/delivery-words'
import { Gallery } from '@/features/product/gallery'
import { ProductFacts } from '@/features/product/product-facts'
import { RelatedProducts } from '@/features/product/related-products'
import { OfflineReady } from '@/features/shell/offline-ready'
import { Link } from '@/i18n/navigation'
import { pageMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const readProduct = cache(async (slug: string) => {
  const api = await getApi()
  const [product, terms] = await Promise.all([
    readOrStop(api.store.catalogue.get.query({ slug, locale: await getLocale() })),
    readOrStop(api.store.delivery.terms.query()),
  ])
  return { product, terms, readAt: Date.now() }
})

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params
  const { name, description, pictures } = (await readProduct(slug)).product
  const picture = pictures[0]
  const path = `/products/${slug}`
  return pageMetadata({ locale: await getLocale(), path, title: name, description, ...(picture ? { picture } : {}) })
}

export default async function ProductPage({ params, searchParams }: Props) {
  const t = await getTranslations('product')
  const { product, terms, readAt } = await readProduct((await params).slug)
  const delivery = toDeliveryWords(terms, new Date(readAt), await getLocale())
  const { option } = await searchParams
  const chosen = product.variants.find(variant => variant.id === option) ?? null
  return (
    <div className="wrap pt-2 md:pt-4">
      <nav aria-label={t('where')} className="text-sm text-ink-2">
        <Link
          href={`/products?category=${product.category.slug}`}
          className="inline-flex min-h-11 min-w-11 items-center text-link"
        >
          {product.category.name}
        </Link>
      </nav>
      <div className="mt-1 grid grid-cols-1 gap-8 md:grid-cols-[6fr_5fr] md:gap-14 lg:gap-20">
        <div className="min-w-0 md:sticky md:top-8 md:self-start">
          <Gallery pictures={product.pictures} name={product.name} />
        </div>
        <div className="min-w-0">
          <h1 className="text-title">{product.name}</h1>
          <BuyBox product={product} readAt={readAt} initialVariantId={chosen?.id ?? null} delivery={delivery.line} />
          <ProductFacts
            description={product.description}
            details={product.details}
            mended={product.mended}
            isSoldOut={product.variants.every(variant => variant.available <= 0)}
            deliveries={delivery.rows}
            freeFrom={delivery.line.freeFrom}
          />
        </div>
      </div>
      <Suspense>
        <RelatedProducts slug={product.slug} />
      </Suspense>
      <ProductJsonLd product={product} />
      <OfflineReady />
    </div>
  )
}
