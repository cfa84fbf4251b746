import { getLocale, getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import { Link } from '@/i18n/navigation'
import { readShopWindow } from './read-shop-window'

const sizes = '(min-width: 80rem) 190px, (min-width: 48rem) 15vw, 44vw'

/** The kinds of goods, each by one of its own. */
export const CategoryTiles = async () => {
  const t = await getTranslations('home')
  const { categories } = await readShopWindow(await getLocale())
  const shown = (categories ?? []).filter(({ count }) => count > 0)
  if (shown.length === 0) return null
  return (
    <nav aria-labelledby="home-kinds" className="wrap">
      <h2 id="home-kinds" className="mb-6 text-head">
        {t('kinds')}
      </h2>
      <ul className="grid grid-cols-2 gap-x-3.5 gap-y-7 sm:grid-cols-3 md:grid-cols-6 md:gap-x-5">
        {shown.map(({ slug, name, count, picture }) => (
          <li key={slug}>
            <Link href={`/products?category=${slug}`} prefetch={false} className="group block">
              {picture ? (
                <Picture src={picture.path} alt="" sizes={sizes} className="aspect-square" />
              ) : (
                <span className="block aspect-square rounded-sm bg-paper-2" />
              )}
              <span className="mt-3 flex flex-wrap items-baseline justify-between gap-x-2">
                <span className="min-w-0 font-serif text-sub wrap-anywhere underline-offset-4 group-hover:underline">
                  {name}
                </span>
                <span className="figures text-sm text-ink-2">
                  <span aria-hidden="true">{count}</span>
                  <span className="sr-only">{t('kindCount', { count })}</span>
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
