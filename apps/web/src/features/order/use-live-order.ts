'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useLocale } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'

/** A connection that comes back within this time is not worth a word. */
const patienceMs = 1_500
const waitsMs = [1_000, 2_000, 4_000, 8_000] as const
/** About twenty minutes of trying; after that the shopper decides. */
const triesMax = 150

export type Connection = 'live' | 'lost' | 'back' | 'given-up'

/**
 * The order as it is now, followed live. What is shown never goes back to an older state. A lost connection is told, tried
 * again within bounds, and goes on from the last event that arrived.
 */
export const useLiveOrder = (first: OrderView) => {
  const api = useTRPC()
  const locale = useLocale()
  const [order, setOrder] = useState(first)
  const [connection, setConnection] = useState<Connection>('live')
  const tries = useRef(0)
  const following = useSubscription(
    api.store.order.follow.subscriptionOptions(
      { orderId: first.id, locale, lastEventId: first.revision },
      {
        onData: ({ data }) => {
          tries.current = 0
          setOrder(shown => (data.version >= shown.version ? data : shown))
        },
      },
    ),
  )
  const { status, reset } = following

  useEffect(() => {
    if (status === 'pending') {
      setConnection(shown => (shown === 'live' ? 'live' : 'back'))
      return
    }
    if (status === 'idle') return
    const told = setTimeout(() => setConnection('lost'), patienceMs)
    return () => clearTimeout(told)
  }, [status])

  useEffect(() => {
    if (status !== 'error') return
    if (tries.current >= triesMax) return setConnection('given-up')
    const wait = waitsMs[Math.min(tries.current, waitsMs.length - 1)]
    const retry = setTimeout(() => {
      tries.current += 1
      reset()
    }, wait)
    return () => clearTimeout(retry)
  }, [status, reset])

  useEffect(() => {
    const again = () => {
      tries.current = 0
      reset()
    }
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [reset])

  return { order, connection, reconnect: reset }
}
