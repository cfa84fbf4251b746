'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useRef, useState } from 'react'
import { useCartUi } from '@/features/cart/cart-context'
import { putLineBack } from '@/features/cart/put-line-back'
import { useRouter } from '@/i18n/navigation'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

/** Puts what an order was of back into the cart, line by line, and goes there; what is no longer sold stays behind and is named. */
export const useBackToCart = (order: OrderView) => {
  const api = useTRPC()
  const caller = useTRPCClient()
  const client = useQueryClient()
  const locale = useLocale()
  const router = useRouter()
  const { learnOwner } = useCartUi()
  const busy = useRef(false)
  const [state, setState] = useState<'idle' | 'sending' | 'leaving'>('idle')
  const [failure, setFailure] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const [missing, setMissing] = useState<readonly string[]>([])
  /** What is in the cart already after a try that stopped half way. */
  const done = useRef(new Set<string>())

  const putBack = async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setState('sending')
    setFailure(null)
    const left: string[] = []
    try {
      for (const line of order.lines) {
        if (done.current.has(line.variantId)) continue
        const isSold = await putLineBack(caller, line, locale)
        if (isSold) done.current.add(line.variantId)
        else left.push(line.name)
      }
    } catch (error) {
      busy.current = false
      setState('idle')
      return setFailure(wordsKeyOf(error))
    }
    learnOwner()
    await client.invalidateQueries({ queryKey: api.store.cart.get.pathKey() })
    if (left.length > 0) {
      busy.current = false
      setState('idle')
      return setMissing(left)
    }
    setState('leaving')
    router.push('/cart')
  }

  return { state, failure, missing, putBack }
}
