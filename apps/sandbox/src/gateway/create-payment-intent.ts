import { type ConfirmOptions, openPayment, settleAndRecord } from './confirm-and-record.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { invalidRequest } from './gateway-error.ts'
import { lookUp } from './look-up.ts'
import { performOnce, replay } from './perform-once.ts'
import { recordOutcome } from './record-outcome.ts'
import { type CreateIntentForm, createIntentForm, readForm } from './requests.ts'
import { newIntent } from './stripe-objects.ts'

const createUnconfirmed = async (context: GatewayContext, once: Once, form: CreateIntentForm): Promise<Answer> => {
  const seen = await lookUp(context.pool, once.key, null)
  if (seen.recorded !== null) return replay(seen.recorded, once)
  const intent = newIntent(form, Date.now())
  const answer = { status: 200, body: JSON.stringify(intent) }
  const errorOnRequiresAction = form.error_on_requires_action
  return await recordOutcome(context, context.pool, once, {
    answer,
    intent,
    charge: null,
    errorOnRequiresAction,
    returnUrl: form.return_url ?? null,
    events: [],
    leaseSeconds: 0,
  })
}

/** Makes an intent and, with `confirm`, charges the card: two statements, and one charge per idempotency key. */
export const createPaymentIntent = async (context: GatewayContext, once: Once, body: unknown): Promise<Answer> => {
  const form = readForm(createIntentForm, body)
  if (!form.confirm) return await performOnce(context, once, () => createUnconfirmed(context, once, form))
  const methodId = form.payment_method
  if (methodId === undefined) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.",
      { code: 'payment_intent_unexpected_state' },
    )
  }
  return await performOnce(context, once, async () => {
    const opened = await openPayment(context, once, methodId)
    if (opened.replayed !== undefined) return opened.replayed
    const options: ConfirmOptions = {
      methodId,
      errorOnRequiresAction: form.error_on_requires_action,
      returnUrl: form.return_url ?? null,
      approved: null,
      leaseSeconds: context.events.leaseSeconds(),
    }
    return await settleAndRecord(context, context.pool, once, newIntent(form, Date.now()), options, opened.plan)
  })
}
