import { setTimeout as wait } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { inTransaction } from '../database/in-transaction.ts'
import { makeEvent } from '../webhooks/make-event.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { invalidRequest, serverError } from './gateway-error.ts'
import { loadIntentForChange } from './load-intent.ts'
import { lookUp } from './look-up.ts'
import { performOnce, replay } from './perform-once.ts'
import { recordOutcome } from './record-outcome.ts'
import { cancelIntentForm, readForm } from './requests.ts'
import { type PaymentIntent, seconds } from './stripe-objects.ts'

const cancelNow = async (
  context: GatewayContext,
  client: PoolClient,
  once: Once,
  id: string,
  reason: string | null,
): Promise<Answer> => {
  const { intent, errorOnRequiresAction, returnUrl } = await loadIntentForChange(client, id)
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw invalidRequest(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`, {
      code: 'payment_intent_unexpected_state',
    })
  }
  const now = Date.now()
  const cancelled: PaymentIntent = {
    ...intent,
    status: 'canceled',
    canceled_at: seconds(now),
    cancellation_reason: reason,
    next_action: null,
  }
  return await recordOutcome(context, client, once, {
    answer: { status: 200, body: JSON.stringify(cancelled) },
    intent: cancelled,
    charge: null,
    errorOnRequiresAction,
    returnUrl,
    events: [makeEvent('payment_intent.canceled', cancelled, once, now)],
    leaseSeconds: 0,
  })
}

/** Ends an intent that has not been paid; one that is paid or cancelled is refused. The intent is held while it is decided. */
export const cancelPaymentIntent = async (
  context: GatewayContext,
  once: Once,
  id: string,
  body: unknown,
): Promise<Answer> => {
  const reason = readForm(cancelIntentForm, body).cancellation_reason ?? null
  return await performOnce(context, once, async () => {
    const fault = await context.faults.take('cancel')
    if (fault?.mode === 'error500') throw serverError()
    const seen = await lookUp(context.pool, once.key, null)
    if (seen.recorded !== null) return replay(seen.recorded, once)
    if (fault?.mode === 'slow') await wait(fault.delayMs, undefined, { signal: context.closing })
    const answer = await inTransaction(context.pool, client => cancelNow(context, client, once, id, reason))
    context.events.sweepSoon()
    return fault?.mode === 'cancel-then-timeout' ? { ...answer, silentForMs: fault.delayMs } : answer
  })
}
