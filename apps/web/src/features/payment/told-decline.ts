import { z } from 'zod'
import { readKept, sessionStore } from '../../lib/session-store'

const keyOf = (orderId: string) => `makegood.decline.${orderId}`

/** True where this decline was told in this tab before; from now on it was. */
export const wasToldBefore = (
  orderId: string,
  declinedAt: string,
  store: Pick<Storage, 'getItem' | 'setItem'> = sessionStore(),
): boolean => {
  const told = z.string().safeParse(readKept(store, keyOf(orderId))).data
  store.setItem(keyOf(orderId), JSON.stringify(declinedAt))
  return told === declinedAt
}
