import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { StateTabs } from '@/features/admin/boards/state-tabs'
import { PageLinks } from '@/features/admin/catalogue/page-links'
import { requireOperator } from '@/features/admin/require-operator'
import { readStockQuery, stockListAddress } from '@/features/admin/stock/stock-query'
import { StockRows } from '@/features/admin/stock/stock-rows'
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
      <h1 className="pt-4 pb-1 text-head">{t('title')}</h1>
      <StateTabs
        label={t('title')}
        tabs={[
          { name: 'all', words: t('all'), href: '/admin/stock' },
          { name: 'low', words: t('lowOnly'), href: '/admin/stock?low=1' },
        ]}
        current={query.low ? 'low' : 'all'}
      />
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
        <StockRows key={JSON.stringify(query)} rows={rows} />
      )}
      <PageLinks
        first={cursor ? stockListAddress(first) : null}
        next={nextCursor ? stockListAddress({ ...first, cursor: nextCursor }) : null}
      />
    </>
  )
}
