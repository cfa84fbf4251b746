import type { ProductDetail } from '@makegood/core/catalogue/views'
import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { getEnv } from '@/env'
import { getPathname } from '@/i18n/navigation'
import { majorUnits } from './major-units'

/** The same price and stock as the page says, for search engines. */
export const ProductJsonLd = async ({ product }: { product: ProductDetail }) => {
  const { webUrl } = getEnv()
  const url = `${webUrl}${getPathname({ href: `/products/${product.slug}`, locale: await getLocale() })}`
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description,
    image: product.pictures.map(picture => `${webUrl}${picture.path}`),
    url,
    offers: product.variants.map(variant => ({
      '@type': 'Offer',
      name: variant.option,
      sku: variant.id,
      price: majorUnits(variant.price),
      priceCurrency: variant.price.currency,
      availability: variant.available > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
      url,
    })),
  }
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // `<` cannot end the script early once it is written as an escape.
  return (
    <script type="application/ld+json" nonce={nonce}>
      {JSON.stringify(data).replaceAll('<', '\\u003c')}
    </script>
  )
}
