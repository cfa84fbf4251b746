import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Receipt } from '@/features/order/receipt'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ orderId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('receipt'))('title'))

export default async function ReceiptPage({ params }: Props) {
  const { orderId } = await params
  const api = await getApi()
  const order = await readOrStop(api.store.order.get.query({ orderId, locale: await getLocale() }))
  return <Receipt order={order} />
}
