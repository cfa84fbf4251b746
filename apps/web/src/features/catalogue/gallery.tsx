import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'

const sizes = '(min-width: 80rem) 620px, (min-width: 48rem) 52vw, 86vw'

/** All pictures, large: one below the other on a wide screen, side by side to swipe on a narrow one. */
export const Gallery = ({ pictures, name }: { pictures: ProductDetail['pictures']; name: string }) => {
  const t = useTranslations('product')
  const many = pictures.length > 1
  return (
    <section
      aria-label={t('pictures', { name })}
      // A strip that scrolls must be reachable by keyboard.
      tabIndex={many ? 0 : undefined}
      className="-mx-4.5 flex snap-x snap-mandatory gap-2.5 overflow-x-auto px-4.5 md:mx-0 md:flex-col md:gap-6 md:overflow-visible md:px-0"
    >
      {pictures.map((picture, index) => (
        <Picture
          key={picture.path}
          src={picture.path}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          sizes={sizes}
          first={index === 0}
          className={many ? 'aspect-4/5 w-[88%] shrink-0 snap-center md:w-full' : 'aspect-4/5'}
        />
      ))}
    </section>
  )
}
