import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BackLink } from '@/features/admin/back-link'
import { PageLinks } from '@/features/admin/catalogue/page-links'
import { requireOperator } from '@/features/admin/require-operator'
import { StockLedger } from '@/features/admin/stock/stock-ledger'
import { Link } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ variantId: string }>; searchParams: Promise<{ cursor?: string | string[] }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCatalogue.stock'))('title'))

export default async function VariantStockPage({ params, searchParams }: Props) {
  await requireOperator()
  const { variantId } = await params
  const { cursor: asked } = await searchParams
  const cursor = typeof asked === 'string' ? asked : undefined
  const t = await getTranslations('adminCatalogue.stock')
  const locale = await getLocale()
  const ledger = await readOrStop(
    (await getApi()).admin.stock.ledger.query({ variantId, ...(cursor ? { cursor } : {}) }),
  )
  const { product, sku, optionKo, optionEn } = ledger.row
  const address = `/admin/stock/${variantId}`
  return (
    <>
      <BackLink href="/admin/stock">{t('toStock')}</BackLink>
      <div className="flex flex-wrap items-baseline gap-x-4 pb-4">
        <h1 className="text-head">
          {locale === 'ko' ? `${product.nameKo} · ${optionKo}` : `${product.nameEn} · ${optionEn}`}
        </h1>
        <span className="text-ink-2">{sku}</span>
        <Link href={`/admin/products/${product.id}`} className="inline-flex min-h-11 items-center text-link">
          {t('toProduct')}
        </Link>
      </div>
      <StockLedger variantId={variantId} first={ledger} {...(cursor ? { cursor } : {})} />
      <PageLinks
        first={cursor ? address : null}
        next={ledger.nextCursor ? `${address}?cursor=${ledger.nextCursor}` : null}
      />
    </>
  )
}
