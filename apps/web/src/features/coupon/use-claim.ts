'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

/** Takes one coupon, once however often it is pressed; whatever the answer, all coupons are read anew. */
export const useClaim = (campaignId: string) => {
  const api = useTRPC()
  const caller = useTRPCClient()
  const client = useQueryClient()
  const busy = useRef(false)
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const claim = async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setFault(null)
    try {
      await caller.store.coupon.claim.mutate({ campaignId })
    } catch (error) {
      setFault(wordsKeyOf(error))
    }
    await client.invalidateQueries({ queryKey: api.store.coupon.pathKey() })
    busy.current = false
    setSending(false)
  }
  return { busy: sending, fault, claim }
}
