import { inTransaction } from '../database/in-transaction.ts'
import { settleAndRecord } from './confirm-and-record.ts'
import type { GatewayContext, Once } from './gateway-context.ts'
import { invalidRequest } from './gateway-error.ts'
import { loadIntentForChange } from './load-intent.ts'
import { lookUp, usableMethod } from './look-up.ts'
import { fingerprintOf } from './perform-once.ts'

/** Where the browser goes back to, told as Stripe tells it what came of the payment. */
export const wayBack = (returnUrl: string, id: string, isPaid: boolean): string => {
  const url = new URL(returnUrl)
  url.searchParams.set('payment_intent', id)
  url.searchParams.set('redirect_status', isPaid ? 'succeeded' : 'failed')
  return url.href
}

/**
 * Takes the shopper's yes or no to a payment that waits for it, once, and says where the browser goes back to. The intent is
 * held meanwhile, so of an approval and a cancelling one wins; who comes too late is led back with what has become of it.
 */
export const approvePaymentIntent = async (
  context: GatewayContext,
  id: string,
  isApproved: boolean,
  requestId: string,
): Promise<string> => {
  const back = await inTransaction(context.pool, async client => {
    const { intent, errorOnRequiresAction, returnUrl } = await loadIntentForChange(client, id)
    if (returnUrl === null) throw invalidRequest('This payment never asked for an approval.')
    const methodId = intent.payment_method
    if (intent.status !== 'requires_action' || methodId === null) {
      return wayBack(returnUrl, id, intent.status === 'succeeded')
    }
    const key = `approval of ${id} at ${requestId}`
    const once: Once = { key, requestId, fingerprint: fingerprintOf('/sandbox/approve', { id, isApproved }) }
    const method = usableMethod((await lookUp(client, key, methodId)).method, methodId)
    const options = { methodId, errorOnRequiresAction, returnUrl, approved: isApproved, leaseSeconds: 0 }
    const plan = { fail: 'no', waitMs: 0, silentForMs: undefined, method } as const
    const answer = await settleAndRecord(context, client, once, intent, options, plan)
    return wayBack(returnUrl, id, answer.status === 200)
  })
  context.events.sweepSoon()
  return back
}
