'use client'

import type { TopProduct } from '@makegood/core/today/views'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import { PlainTable } from '../plain-table'

type Props = { fromDay: string; products: readonly TopProduct[] }

export const TopProducts = ({ fromDay, products }: Props) => {
  const t = useTranslations('adminToday.top')
  const locale = useLocale()
  return (
    <div className="mt-10">
      <PlainTable
        title={t('title')}
        columns={[t('product'), t('units'), t('amount')]}
        rows={products.map(product => ({
          key: product.productId,
          cells: [
            locale === 'ko' ? product.nameKo : product.nameEn,
            <span key="units" className="figures">
              {product.units}
            </span>,
            <span key="amount" className="figures">
              {priceText(product.amount, locale)}
            </span>,
          ],
        }))}
      />
      <p className="mt-2 text-ink-2">{products.length === 0 ? t('none') : t('since', { day: fromDay })}</p>
    </div>
  )
}
