'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/lib/trpc/context'
import type { SendMany } from '../attention/use-bulk'
import type { BulkAct, ChosenOrder } from './bulk-acts'

export type Sent = ReadonlyMap<string, ChosenOrder & { readonly cancellationId: string }>

/** Sends some of the chosen orders for an act, each as it was seen when it was chosen. */
export const useSendOrders = (act: BulkAct, sent: Sent, reason: string): SendMany => {
  const api = useTRPC()
  const confirm = useMutation(api.admin.order.confirmMany.mutationOptions())
  const retry = useMutation(api.admin.order.retryMany.mutationOptions())
  const undo = useMutation(api.admin.order.undoMany.mutationOptions())
  const cancel = useMutation(api.admin.order.cancelMany.mutationOptions())
  return orderIds => {
    if (act === 'retry' || act === 'undo') return { retry, undo }[act].mutateAsync({ orderIds, reason: reason.trim() })
    const seen = orderIds.flatMap(id => {
      const order = sent.get(id)
      return order ? [{ orderId: id, seenVersion: order.version, cancellationId: order.cancellationId }] : []
    })
    return act === 'cancel'
      ? cancel.mutateAsync({ orders: seen, reason: reason.trim() })
      : confirm.mutateAsync({ orders: seen.map(({ orderId, seenVersion }) => ({ orderId, seenVersion })) })
  }
}
