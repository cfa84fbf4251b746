'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'

type Props = {
  /** Each null where the page did not wait for it any longer: then it is asked for once the page is alive. */
  terms: Outputs['store']['delivery']['terms'] | null
  campaigns: Outputs['store']['coupon']['listCampaigns'] | null
  /** Null for a guest too. */
  own: Outputs['store']['coupon']['listOwn'] | null
  children: ReactNode
}

/** What the cart's page brings along, so that nothing beside the cart comes late and moves the way on. */
export const CartFacts = ({ terms, campaigns, own, children }: Props) => {
  const client = useQueryClient()
  const { store } = useTRPC()
  const locale = useLocale()
  useState(() => {
    if (terms) client.setQueryData(store.delivery.terms.queryKey(), terms)
    if (campaigns) client.setQueryData(store.coupon.listCampaigns.queryKey({ locale }), campaigns)
    if (own) client.setQueryData(store.coupon.listOwn.queryKey({ locale }), own)
  })
  return children
}
