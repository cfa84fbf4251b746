import type { Locale } from '@makegood/core/locale'
import type { OrderView } from '@makegood/core/order/views'
import type { useTRPCClient } from '@/lib/trpc/context'

type Caller = ReturnType<typeof useTRPCClient>

/** The goods are put aside within a moment; after this long the order's own page is the better place to wait. */
const patienceMs = 12_000

/** Waits until the shop has decided about the goods of an order that was placed; null where it takes longer than a moment. */
export const untilReserved = (caller: Caller, orderId: string, locale: Locale): Promise<OrderView | null> =>
  new Promise(resolve => {
    const settle = (order: OrderView | null) => {
      clearTimeout(timer)
      following.unsubscribe()
      resolve(order)
    }
    const timer = setTimeout(() => settle(null), patienceMs)
    const following = caller.store.order.follow.subscribe(
      { orderId, locale },
      {
        onData: ({ data }) => {
          if (data.status !== 'PENDING') settle(data)
        },
        onError: error => {
          console.warn('the order cannot be followed from here', error)
          settle(null)
        },
      },
    )
  })
