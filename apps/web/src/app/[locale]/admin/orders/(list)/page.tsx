import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { orderListAddress, readOrderQuery } from '@/features/admin/order-query'
import { OrdersTable } from '@/features/admin/orders-table'
import { requireOperator } from '@/features/admin/require-operator'
import { StatusFilter } from '@/features/admin/status-filter'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('admin'))('orders'))

export default async function OrdersPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('admin')
  const query = readOrderQuery(await searchParams)
  const api = await getApi()
  const { orders, nextCursor } = await readOrStop(api.admin.order.list.query(query))
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
        <h1 className="text-head">{t('orders')}</h1>
        <StatusFilter status={query.status ?? ''} />
      </div>
      {orders.length === 0 ? <p className="py-10 text-base">{t('noOrders')}</p> : <OrdersTable orders={orders} />}
      <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3">
        {query.cursor && (
          <ButtonLink href={orderListAddress(query.status ? { status: query.status } : {})} kind="line" size="small">
            {t('newest')}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink href={orderListAddress({ ...query, cursor: nextCursor })} rel="next" kind="line" size="small">
            {t('older')}
          </ButtonLink>
        )}
      </nav>
      <p className="mt-6 text-ink-2">{t('timeZone')}</p>
    </>
  )
}
