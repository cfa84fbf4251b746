import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { PageLinks } from '@/features/admin/catalogue/page-links'
import { requireOperator } from '@/features/admin/require-operator'
import { readStockQuery, stockListAddress } from '@/features/admin/stock/stock-query'
import { StockTable } from '@/features/admin/stock/stock-table'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCatalogue.stock'))('title'))

export default async function StockPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminCatalogue.stock')
  const words = await getTranslations('adminCatalogue')
  const query = readStockQuery(await searchParams)
  const { rows, nextCursor } = await readOrStop((await getApi()).admin.stock.list.query(query))
  const { cursor, ...first } = query
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 py-4">
        <h1 className="text-head">{t('title')}</h1>
        <nav aria-label={t('title')} className="flex gap-2.5">
          <ButtonLink
            href="/admin/stock"
            kind={query.low ? 'line' : 'primary'}
            size="small"
            aria-current={query.low ? undefined : 'page'}
          >
            {t('all')}
          </ButtonLink>
          <ButtonLink
            href="/admin/stock?low=1"
            kind={query.low ? 'primary' : 'line'}
            size="small"
            aria-current={query.low ? 'page' : undefined}
          >
            {t('lowOnly')}
          </ButtonLink>
        </nav>
      </div>
      <form className="flex flex-wrap items-end gap-3 pb-2">
        <div className="w-full sm:w-72">
          <label htmlFor="stock-q" className="mb-1 block text-sm font-medium">
            {t('search')}
          </label>
          <input
            id="stock-q"
            type="search"
            name="q"
            maxLength={200}
            defaultValue={query.q}
            className="min-h-11 w-full rounded-sm border border-edge bg-sheet px-2.5"
          />
        </div>
        {query.low && <input type="hidden" name="low" value="1" />}
        <Button type="submit" kind="line" size="small">
          {words('find')}
        </Button>
      </form>
      <p className="pb-2 text-ink-2">{t('explain')}</p>
      {rows.length === 0 ? (
        <p className="py-10 text-base">{query.low ? t('noneLow') : t('none')}</p>
      ) : (
        <StockTable rows={rows} />
      )}
      <PageLinks
        first={cursor ? stockListAddress(first) : null}
        next={nextCursor ? stockListAddress({ ...first, cursor: nextCursor }) : null}
      />
    </>
  )
}
