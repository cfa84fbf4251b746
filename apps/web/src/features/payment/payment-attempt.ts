import { newId } from '@makegood/core/ids'
import { fieldsOf } from '../../lib/fields-of'
import { readKept, sessionStore } from '../../lib/session-store'

/**
 * The payment's id for this attempt: made once for each time the order waits for a payment, so that a double click or a
 * repeated request charges once. After a failed attempt the order has another version, and the next attempt its own id.
 */
export const paymentIdFor = (
  order: { readonly id: string; readonly version: number },
  store: Pick<Storage, 'getItem' | 'setItem'> = sessionStore(),
): string => {
  const key = `makegood.payment.${order.id}`
  const kept = fieldsOf(readKept(store, key))
  if (kept.version === order.version && typeof kept.paymentId === 'string') return kept.paymentId
  const paymentId = newId('payment', new Date())
  store.setItem(key, JSON.stringify({ version: order.version, paymentId }))
  return paymentId
}
