import { inTransaction } from '../database/in-transaction.ts'
import { openPayment, settleAndRecord } from './confirm-and-record.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { invalidRequest } from './gateway-error.ts'
import { loadIntent, loadIntentForChange } from './load-intent.ts'
import { lookUp } from './look-up.ts'
import { performOnce, replay } from './perform-once.ts'
import { confirmIntentForm, readForm } from './requests.ts'
import type { PaymentIntent } from './stripe-objects.ts'

const unexpectedState = (intent: PaymentIntent, verb: string) =>
  invalidRequest(`You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`, {
    code: 'payment_intent_unexpected_state',
  })

/** Charges an intent made before; an intent that is paid or cancelled is refused, so that two confirmations make one charge. */
export const confirmPaymentIntent = async (
  context: GatewayContext,
  once: Once,
  id: string,
  body: unknown,
): Promise<Answer> => {
  const form = readForm(confirmIntentForm, body)
  return await performOnce(context, once, async () => {
    const seen = await lookUp(context.pool, once.key, null)
    if (seen.recorded !== null) return replay(seen.recorded, once)
    const methodId = form.payment_method ?? (await loadIntent(context.pool, id)).intent.payment_method
    if (methodId === null) {
      throw invalidRequest("You cannot confirm this PaymentIntent because it's missing a payment method.", {
        code: 'payment_intent_unexpected_state',
      })
    }
    const opened = await openPayment(context, once, methodId)
    if (opened.replayed !== undefined) return opened.replayed
    const answer = await inTransaction(context.pool, async client => {
      const { intent, errorOnRequiresAction, returnUrl } = await loadIntentForChange(client, id)
      const isOpen = ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)
      if (!isOpen) throw unexpectedState(intent, 'confirm')
      const options = {
        methodId,
        errorOnRequiresAction: form.error_on_requires_action || errorOnRequiresAction,
        returnUrl: form.return_url ?? returnUrl,
        approved: null,
        leaseSeconds: 0,
      }
      return await settleAndRecord(context, client, once, intent, options, opened.plan)
    })
    context.events.sweepSoon()
    return answer
  })
}
