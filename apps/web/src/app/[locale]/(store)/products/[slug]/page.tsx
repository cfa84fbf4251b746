import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { AddToCart } from '@/features/catalogue/add-to-cart'
import { Gallery } from '@/features/catalogue/gallery'
import { ProductFacts } from '@/features/catalogue/product-facts'
import { ProductJsonLd } from '@/features/catalogue/product-json-ld'
import { Link } from '@/i18n/navigation'
import { pageMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const readProduct = cache(async (slug: string) => {
  const api = await getApi()
  return readOrStop(api.store.catalogue.get.query({ slug, locale: await getLocale() }))
})

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params
  const { name, description, pictures } = await readProduct(slug)
  const picture = pictures[0]?.path
  const path = `/products/${slug}`
  return pageMetadata({ locale: await getLocale(), path, title: name, description, ...(picture ? { picture } : {}) })
}

export default async function ProductPage({ params, searchParams }: Props) {
  const t = await getTranslations('product')
  const product = await readProduct((await params).slug)
  const { option } = await searchParams
  const chosen = product.variants.find(variant => variant.id === option) ?? null
  return (
    <div className="wrap pt-2 md:pt-4">
      <nav aria-label={t('where')} className="text-sm text-ink-2">
        <Link
          href={`/products?category=${product.category.slug}`}
          className="inline-flex min-h-11 items-center text-link"
        >
          {product.category.name}
        </Link>
      </nav>
      <div className="mt-1 grid gap-8 md:grid-cols-[6fr_5fr] md:gap-14 lg:gap-20">
        <Gallery pictures={product.pictures} name={product.name} />
        <div className="md:sticky md:top-8 md:self-start">
          <h1 className="text-title">{product.name}</h1>
          <AddToCart product={product} initialVariantId={chosen?.id ?? null} />
          <ProductFacts description={product.description} details={product.details} mended={product.mended} />
        </div>
      </div>
      <ProductJsonLd product={product} />
    </div>
  )
}
