'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'
import { useRole } from '../operator-role'
import { type AskedAct, listOrderActs } from '../order-page/list-order-acts'

/** What this operator can do now with an order; nothing until it was read. */
export const useOrderActs = (orderId: string | null): readonly AskedAct[] => {
  const role = useRole()
  const locale = useLocale()
  const api = useTRPC()
  const order = useQuery(api.admin.order.get.queryOptions(orderId === null ? skipToken : { orderId, locale }))
  const story = useQuery(api.admin.order.story.queryOptions(orderId === null ? skipToken : { orderId }))
  return order.data && story.data ? listOrderActs(order.data, story.data, role) : []
}
