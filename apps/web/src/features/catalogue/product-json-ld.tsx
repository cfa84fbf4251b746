import type { ProductDetail } from '@makegood/core/catalogue/views'
import { getLocale, getTranslations } from 'next-intl/server'
import { getEnv } from '@/env'
import { JsonLd } from '@/features/seo/json-ld'
import { TrailJsonLd } from '@/features/seo/trail-json-ld'
import { getPathname } from '@/i18n/navigation'
import { majorUnits } from './major-units'

/** The same price and stock as the page says, and where the page stands in the shop, for search engines. */
export const ProductJsonLd = async ({ product }: { product: ProductDetail }) => {
  const { webUrl } = getEnv()
  const t = await getTranslations('list')
  const path = `/products/${product.slug}`
  const url = `${webUrl}${getPathname({ href: path, locale: await getLocale() })}`
  const { category } = product
  const data = {
    '@type': 'Product',
    name: product.name,
    description: product.description,
    category: category.name,
    brand: { '@type': 'Brand', name: 'makegood' },
    image: product.pictures.map(picture => `${webUrl}${picture.path}`),
    url,
    offers: product.variants.map(variant => ({
      '@type': 'Offer',
      name: variant.option,
      sku: variant.id,
      price: majorUnits(variant.price),
      priceCurrency: variant.price.currency,
      availability: variant.available > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
      itemCondition: 'https://schema.org/NewCondition',
      url: `${url}?option=${variant.id}`,
    })),
  }
  return (
    <>
      <JsonLd data={data} />
      <TrailJsonLd
        steps={[
          { name: t('title'), path: '/products' },
          { name: category.name, path: `/products?category=${category.slug}` },
          { name: product.name, path },
        ]}
      />
    </>
  )
}
