import { getLocale, getTranslations } from 'next-intl/server'
import { ProductShelf } from './product-shelf'
import { readShopWindow } from './read-shop-window'

const shown = 4

/** What came last; nothing where it cannot be read, since the page has said so above. */
export const NewProducts = async () => {
  const t = await getTranslations('home')
  const { fresh } = await readShopWindow(await getLocale())
  if (!fresh || fresh.length === 0) return null
  return <ProductShelf title={t('new')} href="/products?sort=new" products={fresh.slice(0, shown)} />
}
