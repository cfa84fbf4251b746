import type { ProductCard as Product } from '@makegood/core/catalogue/views'
import { useLocale, useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import { MendedMark } from './mended-mark'
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
      <Link href={`/products/${product.slug}`} prefetch={false} className="group block">
        <CardPictures product={product} first={first ?? false} soldOut={soldOut} />
        <Heading className="mt-3.5 font-sans text-[0.9375rem] leading-snug font-medium underline-offset-4 group-hover:underline">
          {product.name}
          {product.mended && <MendedMark />}
        </Heading>
        <p className="figures mt-0.5 text-sm text-ink-2">
          {product.priceVaries ? t('priceFrom', { price }) : price}
          <StockNote available={product.available} lead=" · " />
        </p>
      </Link>
    </li>
  )
}

/** The second view lies over the first in the same box, and only where there is a pointer to show it with. */
const CardPictures = ({ product, first, soldOut }: { product: Product; first: boolean; soldOut: boolean }) => {
  const { picture, secondPicture } = product
  if (!picture) return <span className="block aspect-4/5 rounded-sm bg-paper-2" />
  return (
    <span className={cn('relative block', soldOut && 'opacity-55')}>
      <Picture src={picture.path} alt={picture.alt} sizes={sizes} first={first} className="aspect-4/5" />
      {secondPicture && (
        <span
          aria-hidden="true"
          className="absolute inset-0 hidden opacity-0 transition-opacity duration-300 group-hover:opacity-100 group-focus-visible:opacity-100 [@media(hover:hover)]:block"
        >
          <Picture src={secondPicture.path} alt="" sizes={sizes} className="h-full" />
        </span>
      )}
    </span>
  )
}
