import { newId } from '@makegood/core/ids'
import { fieldsOf } from '../../lib/fields-of'
import { readKept, sessionStore } from '../../lib/session-store'

const valuesKey = 'makegood.checkout'
const orderKey = 'makegood.order-id'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What the shopper has typed so far; nothing is lost on an error, a reload or the way back. */
export const readValues = (store: Store = sessionStore()): Record<string, string> => {
  const kept = Object.entries(fieldsOf(readKept(store, valuesKey)))
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

export const keepValues = (values: Record<string, string>, store: Store = sessionStore()): void => {
  store.setItem(valuesKey, JSON.stringify(values))
}

/**
 * The order's id for this cart: made once and kept, so that a double click, a reload or a second try places one order. A
 * cart with other content gets another id.
 */
export const orderIdFor = (cartKey: string, store: Store = sessionStore()): string => {
  const kept = fieldsOf(readKept(store, orderKey))
  if (kept.cartKey === cartKey && typeof kept.orderId === 'string') return kept.orderId
  const orderId = newId('order', new Date())
  store.setItem(orderKey, JSON.stringify({ orderId, cartKey }))
  return orderId
}

/** The id that was made for the order under way, if there is one. */
export const keptOrderId = (store: Store = sessionStore()): string | null => {
  const { orderId } = fieldsOf(readKept(store, orderKey))
  return typeof orderId === 'string' ? orderId : null
}

/** Ends an id's use: the cart was changed, or its order is under way and the next one is another order. */
export const forgetOrderId = (store: Store = sessionStore()): void => store.removeItem(orderKey)

/** Leaves nothing typed behind, for the next person at this browser. */
export const forgetCheckout = (store: Store = sessionStore()): void => {
  store.removeItem(valuesKey)
  store.removeItem(orderKey)
}
