import type { ProductCard as Product } from '@makegood/core/catalogue/views'
import { useTranslations } from 'next-intl'
import { ProductCard } from '@/features/catalogue/product-card'
import { ProductGrid } from '@/features/catalogue/product-grid'
import { Link } from '@/i18n/navigation'

type Props = { title: string; href: string; products: readonly Product[] }

/** A row of goods under its name, with the way to all of them. */
export const ProductShelf = ({ title, href, products }: Props) => {
  const t = useTranslations('home')
  return (
    <section className="wrap">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-head">{title}</h2>
        <Link href={href} className="inline-flex min-h-11 items-center text-sm text-ink-2 text-link">
          {t('seeAll')}
          <span className="sr-only">: {title}</span>
        </Link>
      </div>
      <ProductGrid>
        {products.map(product => (
          <ProductCard key={product.id} product={product} heading="h3" />
        ))}
      </ProductGrid>
    </section>
  )
}
