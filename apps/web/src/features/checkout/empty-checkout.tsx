'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { useCartUi } from '@/features/cart/cart-context'
import { Link, useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import { keptOrderId } from './checkout-draft'

/** Nothing to order: after a reload in the middle of it the way goes on to the order, else to one that waits for its payment. */
export const EmptyCheckout = () => {
  const t = useTranslations('checkout')
  const api = useTRPC()
  const locale = useLocale()
  const router = useRouter()
  const { known } = useCartUi()
  const [underWay, setUnderWay] = useState<string | null>(null)
  const { data } = useQuery(api.store.order.list.queryOptions({ locale }, { enabled: known }))
  useEffect(() => setUnderWay(keptOrderId()), [])
  const interrupted = data?.orders.find(order => order.id === underWay && order.status !== 'CANCELLED')
  const unpaid = data?.orders.find(order => order.status === 'STOCK_RESERVED')
  useEffect(() => {
    if (interrupted) router.replace(`/orders/${interrupted.id}`)
  }, [interrupted, router])
  return (
    <div className="py-14">
      {unpaid && (
        <Callout className="mb-8" title={t('unpaid', { number: unpaid.number })}>
          <Link href={`/orders/${unpaid.id}`} className="flex min-h-11 items-center font-semibold text-link">
            {t('toUnpaid')}
          </Link>
        </Callout>
      )}
      <p className="text-lead">{t('empty')}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/products">{t('look')}</ButtonLink>
        <ButtonLink href="/orders" kind="line">
          {t('myOrders')}
        </ButtonLink>
      </div>
    </div>
  )
}
