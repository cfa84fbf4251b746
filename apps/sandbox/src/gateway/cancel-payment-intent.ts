import { inTransaction } from '../database/in-transaction.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { invalidRequest } from './gateway-error.ts'
import { loadIntentForChange } from './load-intent.ts'
import { lookUp } from './look-up.ts'
import { performOnce, replay } from './perform-once.ts'
import { recordOutcome } from './record-outcome.ts'
import { cancelIntentForm, readForm } from './requests.ts'
import { type PaymentIntent, seconds } from './stripe-objects.ts'

/** Ends an intent that has not been paid; one that is paid or cancelled is refused. */
export const cancelPaymentIntent = async (
  context: GatewayContext,
  once: Once,
  id: string,
  body: unknown,
): Promise<Answer> => {
  const form = readForm(cancelIntentForm, body)
  return await performOnce(context, once, async () => {
    const seen = await lookUp(context.pool, once.key, null)
    if (seen.recorded !== null) return replay(seen.recorded, once)
    return await inTransaction(context.pool, async client => {
      const { intent, errorOnRequiresAction } = await loadIntentForChange(client, id)
      if (intent.status === 'succeeded' || intent.status === 'canceled') {
        throw invalidRequest(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`, {
          code: 'payment_intent_unexpected_state',
        })
      }
      const cancelled: PaymentIntent = {
        ...intent,
        status: 'canceled',
        canceled_at: seconds(Date.now()),
        cancellation_reason: form.cancellation_reason ?? null,
        next_action: null,
      }
      const answer = { status: 200, body: JSON.stringify(cancelled) }
      return await recordOutcome(context, client, once, {
        answer,
        intent: cancelled,
        charge: null,
        errorOnRequiresAction,
        event: null,
        leaseSeconds: 0,
      })
    })
  })
}
