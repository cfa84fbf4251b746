import { getLocale, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { RetryButton } from '@/features/shell/retry-button'
import { ProductShelf } from './product-shelf'
import { readShopWindow } from './read-shop-window'

/** Fewer would make a thin row: then the shop shows what it likes best instead. */
const soldMin = 4
const shown = 8

/** What sold best in the last days; while too little was sold, what the shop would show first. Where the goods cannot be read the page says so. */
export const TopProducts = async () => {
  const t = await getTranslations('home')
  const { top, featured } = await readShopWindow(await getLocale())
  if (!featured) {
    const list = await getTranslations('list')
    return (
      <div className="wrap">
        <Callout tone="bad" title={list('failed')} role="alert">
          <RetryButton />
        </Callout>
      </div>
    )
  }
  const isRanked = top !== null && top.length >= soldMin
  const products = isRanked ? top.slice(0, top.length >= shown ? shown : soldMin) : featured.slice(0, shown)
  return (
    <ProductShelf
      title={t(isRanked ? 'top' : 'featured')}
      href={isRanked ? '/products?sort=best' : '/products'}
      products={products}
    />
  )
}
