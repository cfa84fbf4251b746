import { useLocale, useTranslations } from 'next-intl'
import { PlainTable } from '@/features/admin/plain-table'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import type { Outputs } from '@/lib/trpc/router'

type Row = Outputs['admin']['stock']['list']['rows'][number]

/** Every variant with what there is of it; one that runs low says so with its number. */
export const StockTable = ({ rows }: { rows: readonly Row[] }) => {
  const t = useTranslations('adminCatalogue.stock')
  const words = useTranslations('adminCatalogue')
  const locale = useLocale()
  const number = (key: string, value: number, className?: string) => (
    <span key={key} className={cn('figures', className)}>
      {value}
    </span>
  )
  return (
    <PlainTable
      title={t('title')}
      quiet
      compact={{ lines: 1, bare: [1] }}
      columns={(['sku', 'product', 'onHand', 'reserved', 'available', 'sold', 'lowAt', 'waiting'] as const).map(
        column => t(`columns.${column}`),
      )}
      rows={rows.map(row => {
        const low = row.active && row.available <= row.lowAt
        return {
          key: row.variantId,
          cells: [
            <Link
              key="sku"
              href={`/admin/stock/${row.variantId}`}
              className="inline-flex min-h-11 items-center font-semibold break-all text-link md:whitespace-nowrap lg:min-h-9"
            >
              {row.sku}
            </Link>,
            <span key="product">
              {locale === 'ko' ? row.product.nameKo : row.product.nameEn} ·{' '}
              {locale === 'ko' ? row.optionKo : row.optionEn}
              {!row.active && <span className="ml-2 text-ink-2">{t('inactive')}</span>}
            </span>,
            number('onHand', row.onHand),
            number('reserved', row.reserved),
            <span key="available" className={cn('figures md:whitespace-nowrap', low && 'font-medium text-rust')}>
              {row.available}
              {low && <span className="ml-2">{words('low')}</span>}
            </span>,
            number('sold', row.sold),
            number('lowAt', row.lowAt),
            number('waiting', row.waiting),
          ],
        }
      })}
    />
  )
}
