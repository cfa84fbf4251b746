import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OrderLive } from '@/features/order/order-live'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ orderId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('order'))('title'))

export default async function OrderPage({ params }: Props) {
  const { orderId } = await params
  const api = await getApi()
  const locale = await getLocale()
  const [order, gateway] = await Promise.all([
    readOrStop(api.store.order.get.query({ orderId, locale })),
    readOrStop(api.store.payment.config.query()),
  ])
  return <OrderLive key={order.id} first={order} gateway={gateway} serverNow={new Date().toISOString()} />
}
