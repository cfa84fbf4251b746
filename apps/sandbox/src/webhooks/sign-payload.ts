import { createHmac } from 'node:crypto'

/** The signature of a payload sent at `now`, in the form of Stripe’s header: a new attempt is signed with its own time. */
export const signPayload = (payload: string, secret: string, now: number): string => {
  const timestamp = Math.floor(now / 1000)
  return `t=${timestamp},v1=${createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')}`
}
