import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { OrderCard } from '@/features/order/order-card'
import { Link } from '@/i18n/navigation'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('orders'))('title'))

export default async function OrdersPage() {
  const t = await getTranslations('orders')
  const api = await getApi()
  const { orders } = await readOrStop(api.store.order.list.query({ locale: await getLocale() }))
  return (
    <div className="wrap pt-4 md:pt-8">
      <h1 className="text-title">{t('title')}</h1>
      {orders.length === 0 ? (
        <div className="py-14">
          <p className="text-lead">{t('none')}</p>
          <p className="mt-1 text-ink-2">{t('noneText')}</p>
          <Button asChild className="mt-6">
            <Link href="/products">{t('look')}</Link>
          </Button>
        </div>
      ) : (
        <ul className="mt-6 border-t border-line">
          {orders.map(order => (
            <OrderCard key={order.id} order={order} />
          ))}
        </ul>
      )}
    </div>
  )
}
