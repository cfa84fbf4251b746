import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExportOrders } from '@/features/admin/orders/export-orders'
import { OrderFilters } from '@/features/admin/orders/order-filters'
import { askOf, orderListAddress, readOrderQuery } from '@/features/admin/orders/order-query'
import { OrdersList } from '@/features/admin/orders/orders-list'
import { SavedViews } from '@/features/admin/orders/saved-views'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminOrders'))('title'))

export default async function OrdersPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminOrders')
  const query = readOrderQuery(await searchParams)
  const page = await readOrStop((await getApi()).admin.order.list.query(askOf(query)))
  const newest = query.sort === 'newest' && !query.cursor ? (page.orders[0]?.cursor ?? null) : null
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
        <h1 className="text-head">{t('title')}</h1>
        <ExportOrders query={query} />
      </div>
      <SavedViews query={query} />
      <OrderFilters query={query} newest={newest} />
      <OrdersList key={orderListAddress(query)} page={page} query={query} />
      <p className="mt-6 text-ink-2">{t('timeZone')}</p>
    </>
  )
}
