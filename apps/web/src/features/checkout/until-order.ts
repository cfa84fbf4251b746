import type { Locale } from '@makegood/core/locale'
import type { OrderView } from '@makegood/core/order/views'
import type { useTRPCClient } from '@/lib/trpc/context'

export type Caller = ReturnType<typeof useTRPCClient>

/** What is waited for happens within a moment; after this long the order's own page is the better place to wait. */
const patienceMs = 12_000

/** The shop has decided about the goods of an order that was placed. */
export const isDecided = (order: OrderView): boolean => order.status !== 'PENDING'

/** Waits until an order is where it is wanted; null where that takes longer than a moment. */
export const untilOrder = (
  caller: Caller,
  { orderId, locale }: { readonly orderId: string; readonly locale: Locale },
  isThere: (order: OrderView) => boolean,
): Promise<OrderView | null> =>
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
          if (isThere(data)) settle(data)
        },
        onError: error => {
          console.warn('the order cannot be followed from here', error)
          settle(null)
        },
      },
    )
  })
