import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OwnOrders } from '@/features/order/own-orders'
import { redirect } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('orders'))('title'))

export default async function OrdersPage({ searchParams }: Props) {
  const { after } = await searchParams
  const cursor = typeof after === 'string' ? after : undefined
  const api = await getApi()
  const locale = await getLocale()
  const [me, list] = await Promise.all([
    readOrStop(api.store.account.me.query()),
    readOrStop(api.store.order.list.query({ locale, ...(cursor ? { cursor } : {}) })),
  ])
  if (me) redirect({ href: '/account/orders', locale })
  return (
    <div className="wrap pt-4 md:pt-8">
      <OwnOrders list={list} path="/orders" older={cursor !== undefined} guest />
    </div>
  )
}
