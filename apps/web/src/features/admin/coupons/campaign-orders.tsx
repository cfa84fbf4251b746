'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { OrderLink } from '@/features/admin/boards/order-link'
import { StatusMark } from '@/features/admin/status-mark'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

/** The orders that hold a coupon of a campaign: paid ones have used it, open ones hold it. */
export const CampaignOrders = ({ campaignId }: { campaignId: string }) => {
  const t = useTranslations('adminBoards.coupons')
  const common = useTranslations('common')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const reading = useInfiniteQuery({
    ...api.admin.coupon.listOrders.infiniteQueryOptions(
      { campaignId },
      { getNextPageParam: page => page.nextCursor ?? undefined },
    ),
    refetchInterval: 5000,
  })
  if (reading.error) return <p role="alert">{errors(wordsKeyOf(reading.error))}</p>
  if (!reading.data) return <p>{common('loading')}</p>
  const orders = reading.data.pages.flatMap(page => page.orders)
  if (orders.length === 0) return <p className="mt-2 text-ink-2">{t('noOrders')}</p>
  return (
    <>
      <ul className="mt-2">
        {orders.map(order => (
          <li key={order.id} className="flex flex-wrap items-center gap-x-4">
            <OrderLink id={order.id} number={order.number} />
            <StatusMark status={order.status} />
            <span className="text-ink-2">{order.used ? t('used') : t('held')}</span>
          </li>
        ))}
      </ul>
      {reading.hasNextPage && (
        <Button
          kind="line"
          size="small"
          className="mt-2"
          aria-disabled={reading.isFetchingNextPage}
          onClick={() => void reading.fetchNextPage()}
        >
          {t('moreOrders')}
        </Button>
      )}
    </>
  )
}
