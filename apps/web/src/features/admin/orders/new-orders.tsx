'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { useTRPC } from '@/lib/trpc/context'
import { askOf, fromStart, type OrderQuery, orderListAddress } from './order-query'

const pollMs = 5_000
const newerMax = 100

/** Says how many orders came since the list was read, in a place that is kept for it; the rows stay where they are until it is pressed. */
export const NewOrders = ({ query, since }: { query: OrderQuery; since: string | null }) => {
  const t = useTranslations('adminOrders')
  const api = useTRPC()
  const { sort: _, cursor: __, ...filters } = askOf(query)
  const { data } = useQuery({
    ...api.admin.order.countNewer.queryOptions(since === null ? skipToken : { ...filters, since }),
    refetchInterval: pollMs,
  })
  const newer = data?.newer ?? 0
  return (
    <div role="status" className="mr-auto flex min-h-11 items-center max-sm:w-full">
      {newer > 0 && (
        <ButtonLink href={orderListAddress(fromStart(query))} kind="line" size="small" className="lg:min-h-9!">
          {t(newer === newerMax ? 'newerMany' : 'newer', { count: newer })}
        </ButtonLink>
      )}
    </div>
  )
}
