import { useLocale, useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { PlainTable } from '@/features/admin/plain-table'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'
import { StateMark } from './state-mark'

type Row = Outputs['admin']['catalogue']['list']['products'][number]

export const ProductsTable = ({ products }: { products: readonly Row[] }) => {
  const t = useTranslations('adminCatalogue')
  const locale = useLocale()
  const priceOf = ({ priceLow, priceHigh }: Row) => {
    if (!priceLow || !priceHigh) return <span className="text-ink-2">{t('noPrice')}</span>
    const low = priceText(priceLow, locale)
    return (
      <span className="figures">
        {priceLow.amountMinor === priceHigh.amountMinor ? low : `${low} – ${priceText(priceHigh, locale)}`}
      </span>
    )
  }
  return (
    <PlainTable
      title={t('products')}
      quiet
      compact={{ lines: 1, bare: [1, 2, 4] }}
      columns={[
        t('columns.name'),
        t('columns.category'),
        t('columns.state'),
        t('columns.variants'),
        t('columns.price'),
        t('columns.available'),
      ]}
      rows={products.map(product => ({
        key: product.id,
        cells: [
          <Link
            key="name"
            href={`/admin/products/${product.id}`}
            className="inline-flex min-h-11 items-center gap-3 font-semibold text-link"
          >
            <span className="h-11 w-9 shrink-0 rounded-sm bg-paper-2">
              {product.picture && (
                <Picture
                  src={product.picture.path}
                  width={product.picture.width}
                  alt=""
                  sizes="36px"
                  className="h-full"
                />
              )}
            </span>
            {locale === 'ko' ? product.nameKo : product.nameEn}
          </Link>,
          locale === 'ko' ? product.category.nameKo : product.category.nameEn,
          <StateMark key="state" state={product.state} />,
          <span key="variants" className="figures">
            {product.variants}
          </span>,
          <span key="price">{priceOf(product)}</span>,
          <span key="available" className="figures">
            {product.available}
            {product.low && <span className="ml-2 font-medium text-rust">{t('low')}</span>}
          </span>,
        ],
      }))}
    />
  )
}
