import { idSchema } from '@makegood/core/id-schema'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { OrderLive } from '@/features/order/order-live'
import { OfflineReady } from '@/features/shell/offline-ready'
import { redirect } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = {
  params: Promise<{ orderId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const readOrder = cache(async (orderId: string) =>
  readOrStop((await getApi()).store.order.get.query({ orderId, locale: await getLocale() })),
)

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { number } = await readOrder((await params).orderId)
  return privateMetadata((await getTranslations('order'))('number', { number }))
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { orderId } = await params
  const paid = idSchema('payment').safeParse((await searchParams).paid).data ?? null
  const api = await getApi()
  const locale = await getLocale()
  const [order, gateway] = await Promise.all([readOrder(orderId), readOrStop(api.store.payment.config.query())])
  // The bank leads back to one address, whatever the language in which the order was placed.
  if (paid && order.locale !== locale)
    redirect({ href: { pathname: `/orders/${orderId}`, query: { paid } }, locale: order.locale })
  return (
    <>
      <OrderLive
        key={order.id}
        first={order}
        gateway={gateway}
        serverNow={new Date().toISOString()}
        comesBackWith={paid}
      />
      <OfflineReady />
    </>
  )
}
