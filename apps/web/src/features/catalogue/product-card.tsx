import type { ProductCard as Product } from '@makegood/core/catalogue/views'
import { useLocale, useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { StockNote } from './stock-note'

const sizes = '(min-width: 80rem) 285px, (min-width: 48rem) 23vw, 46vw'

/** `heading` is the level below the heading that the card stands under. */
type Props = { product: Product; first?: boolean; heading: 'h2' | 'h3' }

export const ProductCard = ({ product, first, heading: Heading }: Props) => {
  const t = useTranslations('product')
  const price = priceText(product.priceFrom, useLocale())
  const soldOut = product.available <= 0
  return (
    <li>
      <Link href={`/products/${product.slug}`} className="group block">
        {product.picture ? (
          <Picture
            src={product.picture.path}
            alt={product.picture.alt}
            sizes={sizes}
            first={first ?? false}
            className={soldOut ? 'aspect-4/5 opacity-55' : 'aspect-4/5'}
          />
        ) : (
          <span className="block aspect-4/5 rounded-sm bg-paper-2" />
        )}
        <Heading className="mt-3.5 font-sans text-[0.9375rem] leading-snug font-medium underline-offset-4 group-hover:underline">
          {product.name}
        </Heading>
        <p className="figures mt-0.5 text-sm text-ink-2">
          {product.priceVaries ? t('priceFrom', { price }) : price}
          <StockNote available={product.available} lead=" · " />
        </p>
      </Link>
    </li>
  )
}
