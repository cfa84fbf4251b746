'use client'

import { useEffect, useRef } from 'react'
import { useTRPCClient } from '@/lib/trpc/context'

/**
 * Back from the bank's page, the shop is asked once to look at the payment anew, and the address is an order's plain one
 * again. Should the question be lost, the bank tells the shop by itself a little later.
 */
export const useComeBack = (orderId: string, paymentId: string | null): void => {
  const caller = useTRPCClient()
  const asked = useRef(false)
  useEffect(() => {
    if (paymentId === null || asked.current) return
    asked.current = true
    window.history.replaceState(window.history.state, '', window.location.pathname)
    caller.store.order.lookAgain.mutate({ orderId, paymentId }).catch((error: unknown) => {
      console.warn('the shop could not be asked to look at the payment', error)
    })
  }, [caller, orderId, paymentId])
}
