import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { OwnOrders } from '@/features/order/own-orders'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('orders'))('title'))

export default async function AccountOrdersPage({ searchParams }: Props) {
  await requireMe('/account/orders')
  const { after } = await searchParams
  const cursor = typeof after === 'string' ? after : undefined
  const api = await getApi()
  const list = await readOrStop(
    api.store.order.list.query({ locale: await getLocale(), ...(cursor ? { cursor } : {}) }),
  )
  return <OwnOrders list={list} path="/account/orders" older={cursor !== undefined} guest={false} />
}
