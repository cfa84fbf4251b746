import { getLocale, getTranslations } from 'next-intl/server'
import { ProductCard } from '@/features/catalogue/product-card'
import { ProductGrid } from '@/features/catalogue/product-grid'
import { getApi } from '@/lib/trpc/server'

/** What goes with a product; the page does without where the api does not answer. */
export const RelatedProducts = async ({ slug }: { slug: string }) => {
  const t = await getTranslations('product')
  const api = await getApi()
  const products = await api.store.catalogue.listRelated.query({ slug, locale: await getLocale() }).then(
    answer => answer.products,
    (error: unknown) => {
      console.error(
        JSON.stringify({
          level: 40,
          time: Date.now(),
          msg: 'a product page goes without related goods',
          err: String(error),
        }),
      )
      return []
    },
  )
  if (products.length === 0) return null
  return (
    <section aria-labelledby="related" className="mt-20 md:mt-28">
      <h2 id="related" className="mb-7 text-head">
        {t('related')}
      </h2>
      <ProductGrid>
        {products.map(product => (
          <ProductCard key={product.id} product={product} heading="h3" />
        ))}
      </ProductGrid>
    </section>
  )
}
