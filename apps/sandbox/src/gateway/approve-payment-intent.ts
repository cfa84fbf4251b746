import { inTransaction } from '../database/in-transaction.ts'
import { settleAndRecord } from './confirm-and-record.ts'
import type { GatewayContext, Once } from './gateway-context.ts'
import { invalidRequest } from './gateway-error.ts'
import { loadIntentForChange } from './load-intent.ts'
import { lookUp, usableMethod } from './look-up.ts'
import { fingerprintOf } from './perform-once.ts'

/** Takes the shopper's yes or no to a payment that waits for it, once, and says where the browser goes back to. */
export const approvePaymentIntent = async (
  context: GatewayContext,
  id: string,
  isApproved: boolean,
  requestId: string,
): Promise<string> =>
  await inTransaction(context.pool, async client => {
    const { intent, errorOnRequiresAction } = await loadIntentForChange(client, id)
    const methodId = intent.payment_method
    if (intent.status !== 'requires_action' || intent.next_action === null || methodId === null) {
      throw invalidRequest(`This payment is not waiting for an approval: it is ${intent.status}.`)
    }
    const key = `approval of ${id} at ${requestId}`
    const once: Once = { key, requestId, fingerprint: fingerprintOf('/sandbox/approve', { id, isApproved }) }
    const method = usableMethod((await lookUp(context.pool, key, methodId)).method, methodId)
    const returnUrl = new URL(intent.next_action.redirect_to_url.return_url)
    const options = { methodId, errorOnRequiresAction, returnUrl: undefined, approved: isApproved }
    await settleAndRecord(context, client, once, intent, options, {
      fail: 'no',
      waitMs: 0,
      silentForMs: undefined,
      method,
    })
    returnUrl.searchParams.set('payment_intent', id)
    returnUrl.searchParams.set('redirect_status', isApproved ? 'succeeded' : 'failed')
    return returnUrl.href
  })
