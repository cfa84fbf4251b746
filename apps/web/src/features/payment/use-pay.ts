'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useRef, useState } from 'react'
import type { Gateway } from '@/features/order/order-live'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import type { CardField, CardValues } from './card-format'
import { keepMix } from './kept-mix'
import { makePaymentMethod } from './make-payment-method'
import { paymentIdFor } from './payment-attempt'

export type PayFault =
  | { readonly kind: 'field'; readonly field: CardField; readonly words: 'wrong' | 'past' | 'refused' }
  | { readonly kind: 'gateway' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'shop'; readonly words: ReturnType<typeof wordsKeyOf> }

/**
 * Pays the order from the wallet, with a card, or with both, once per attempt however often it is asked to. Where the shop's
 * answer was lost, the same payment is sent again, and the shop answers as the first time. Answers with what went wrong.
 */
export const usePay = (order: OrderView, gateway: Gateway, onSent: () => void) => {
  const caller = useTRPCClient()
  const [state, setState] = useState<'idle' | 'sending' | 'sent'>('idle')
  const [fault, setFault] = useState<PayFault | null>(null)
  const busy = useRef(false)

  const stop = (found: PayFault): PayFault => {
    busy.current = false
    setState('idle')
    setFault(found)
    return found
  }
  const pay = async (walletMinor: bigint, card: CardValues | null): Promise<PayFault | null> => {
    if (busy.current) return null
    busy.current = true
    setState('sending')
    setFault(null)
    keepMix(order.id, walletMinor)
    const token = card && (await makePaymentMethod(gateway, card))
    if (token?.outcome === 'no-answer') return stop({ kind: 'gateway' })
    if (token?.outcome === 'offline') return stop({ kind: 'offline' })
    if (token?.outcome === 'refused') return stop({ kind: 'field', field: token.field ?? 'number', words: token.words })
    try {
      await caller.store.order.pay.mutate({
        orderId: order.id,
        paymentId: paymentIdFor(order),
        walletMinor: walletMinor.toString(),
        paymentMethod: token?.paymentMethod ?? null,
      })
      setState('sent')
      onSent()
      return null
    } catch (error) {
      return stop({ kind: 'shop', words: wordsKeyOf(error) })
    }
  }
  return { state, fault, pay }
}
