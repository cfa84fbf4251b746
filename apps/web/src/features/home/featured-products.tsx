import { getLocale, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { ProductCard } from '@/features/catalogue/product-card'
import { ProductGrid } from '@/features/catalogue/product-grid'
import { RetryButton } from '@/features/shell/retry-button'
import { readProducts } from './read-products'

const shown = 8

/** The shop window; while the goods cannot be read the page still stands, and says so here. */
export const FeaturedProducts = async () => {
  const t = await getTranslations('list')
  const page = await readProducts(await getLocale())
  if (!page)
    return (
      <Callout tone="bad" title={t('failed')} role="alert">
        <RetryButton />
      </Callout>
    )
  if (page.products.length === 0) return <p className="text-ink-2">{t('none')}</p>
  return (
    <ProductGrid>
      {page.products.slice(0, shown).map(product => (
        <ProductCard key={product.id} product={product} heading="h3" />
      ))}
    </ProductGrid>
  )
}
