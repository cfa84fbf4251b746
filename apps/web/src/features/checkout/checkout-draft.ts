import { newId } from '@makegood/core/ids'
import { z } from 'zod'
import { readKept, sessionStore } from '../../lib/session-store'

const valuesKey = 'makegood.checkout'
const orderKey = 'makegood.order-id'

const valuesSchema = z.record(z.string(), z.string())
const orderSchema = z.object({ orderId: z.string(), cartKey: z.string() })

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What the shopper has typed so far; nothing is lost on an error, a reload or the way back. */
export const readValues = (store: Store = sessionStore()): Record<string, string> => {
  const parsed = valuesSchema.safeParse(readKept(store, valuesKey))
  return parsed.success ? parsed.data : {}
}

export const keepValues = (values: Record<string, string>, store: Store = sessionStore()): void => {
  store.setItem(valuesKey, JSON.stringify(values))
}

/**
 * The order's id for this cart: made once and kept, so that a double click, a reload or a second try places one order. A
 * cart with other content gets another id.
 */
export const orderIdFor = (cartKey: string, store: Store = sessionStore()): string => {
  const kept = orderSchema.safeParse(readKept(store, orderKey))
  if (kept.success && kept.data.cartKey === cartKey) return kept.data.orderId
  const orderId = newId('order', new Date())
  store.setItem(orderKey, JSON.stringify({ orderId, cartKey }))
  return orderId
}

/** The id that was made for the order under way, if there is one. */
export const keptOrderId = (store: Store = sessionStore()): string | null => {
  const kept = orderSchema.safeParse(readKept(store, orderKey))
  return kept.success ? kept.data.orderId : null
}

/** Ends an id's use: the cart was changed, or its order is under way and the next one is another order. */
export const forgetOrderId = (store: Store = sessionStore()): void => store.removeItem(orderKey)

/** Leaves nothing typed behind, for the next person at this browser. */
export const forgetCheckout = (store: Store = sessionStore()): void => {
  store.removeItem(valuesKey)
  store.removeItem(orderKey)
}
