import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long the link of a message shows its order. */
const linkDays = 60
const macBytes = 16
const dayMs = 24 * 60 * 60 * 1000

type GuestOrder = { readonly orderId: string; readonly visitorHash: string }

/**
 * The key is what only the shop and the guest's own browser know of the order's owner: no other order's link fits, and
 * whoever can read the key can read the order.
 */
const macOf = ({ orderId, visitorHash }: GuestOrder, until: string): Buffer =>
  createHmac('sha256', visitorHash).update(`order-link:${orderId}:${until}`).digest().subarray(0, macBytes)

const tokenOf = (order: GuestOrder, until: string): string => `${until}.${macOf(order, until).toString('base64url')}`

/** A token that shows this one order to whoever has it, for sixty days; for guests, who cannot sign in to see it. */
export const makeGuestLink = (order: GuestOrder, now: Date): string => {
  const until = Math.floor(now.getTime() / dayMs + linkDays).toString(36)
  return tokenOf(order, until)
}

/** True for a token that was made for this order and has not run out. */
export const isGuestLink = (order: GuestOrder, token: string, now: Date): boolean => {
  const until = token.slice(0, token.indexOf('.'))
  // The text is compared, not what it decodes to: there is one token for an order and a day, and no other spelling of it.
  const [given, expected] = [Buffer.from(token), Buffer.from(tokenOf(order, until))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
  return Number.parseInt(until, 36) * dayMs > now.getTime()
}
