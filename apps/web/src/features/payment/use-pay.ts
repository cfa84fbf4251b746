'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useRef, useState } from 'react'
import type { Gateway } from '@/features/order/order-live'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import type { CardField, CardValues } from './card-format'
import { makePaymentMethod } from './make-payment-method'
import { paymentIdFor } from './payment-attempt'

export type PayFault =
  | { readonly kind: 'field'; readonly field: CardField; readonly words: 'wrong' | 'past' | 'refused' }
  | { readonly kind: 'gateway' }
  | { readonly kind: 'shop'; readonly words: ReturnType<typeof wordsKeyOf> }

/**
 * Pays the order with a card, once per attempt however often it is asked to. Where the shop's answer was lost, the same
 * payment is sent again, and the shop answers as the first time.
 */
export const usePay = (order: OrderView, gateway: Gateway, onSent: () => void) => {
  const caller = useTRPCClient()
  const [state, setState] = useState<'idle' | 'sending' | 'sent'>('idle')
  const [fault, setFault] = useState<PayFault | null>(null)
  const busy = useRef(false)

  const stop = (found: PayFault): void => {
    busy.current = false
    setState('idle')
    setFault(found)
  }
  const pay = async (card: CardValues): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setState('sending')
    setFault(null)
    const token = await makePaymentMethod(gateway, card)
    if (token.outcome === 'no-answer') return stop({ kind: 'gateway' })
    if (token.outcome === 'refused') return stop({ kind: 'field', field: token.field ?? 'number', words: token.words })
    const { paymentMethod } = token
    try {
      await caller.store.order.pay.mutate({ orderId: order.id, paymentId: paymentIdFor(order), paymentMethod })
      setState('sent')
      onSent()
    } catch (error) {
      stop({ kind: 'shop', words: wordsKeyOf(error) })
    }
  }
  return { state, fault, pay }
}
