import type { PaymentEvent } from '@makegood/adapters/payment/payment-event'
import { readPaymentEvent } from '@makegood/adapters/payment/read-payment-event'
import { listPaymentStates, type PaymentState } from '@makegood/db/payment/list-payment-states'
import { markLateChargeRefunded } from '@makegood/db/payment/settle-payment'
import { listUnhandledWebhooks, markWebhooksHandled } from '@makegood/db/webhook/list-unhandled-webhooks'
import { cron, type Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'

const provider = 'payment'
const batchMax = 500
const batchesMax = 40
/** A payment's own saga hears of its charge first; the webhook matters where the saga gave up before. */
const minSeconds = 10

type Succeeded = Extract<PaymentEvent, { type: 'payment_intent.succeeded' }>

/** Each minute: the gateway's webhooks are held against the payments, and a charge that no order wants is refunded. */
export const settleLateCharges = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction({ id: 'settle-late-charges', triggers: [cron('* * * * *')], retries: 0 }, ({ step }) =>
    step.run('settle', () => settleAll(deps, minSeconds)),
  )

/** Goes through the unhandled webhooks once. What cannot be settled now stays unhandled for the next minute. */
export const settleAll = async (deps: Deps, olderThanSeconds: number): Promise<{ readonly refunded: number }> => {
  let refunded = 0
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const webhooks = await listUnhandledWebhooks(deps.db, { provider, minSeconds: olderThanSeconds, limit: batchMax })
    const events = webhooks.map(({ eventId, body }) => ({ eventId, event: readPaymentEvent(JSON.parse(body)) }))
    const payments = await listPaymentStates(
      deps.db,
      events.flatMap(({ event }) => paymentIdOf(event) ?? []),
    )
    const handled: string[] = []
    for (const { eventId, event } of events) {
      const verdict = await settleOne(deps, event, payments.get(paymentIdOf(event) ?? ''))
      if (verdict !== 'later') handled.push(eventId)
      if (verdict === 'refunded') refunded += 1
    }
    await markWebhooksHandled(deps.db, provider, handled)
    if (webhooks.length < batchMax || handled.length === 0) break
  }
  return { refunded }
}

const paymentIdOf = (event: PaymentEvent | null): string | null =>
  event && 'paymentId' in event ? (event.paymentId ?? null) : null

const settleOne = async (
  deps: Deps,
  event: PaymentEvent | null,
  payment: PaymentState | undefined,
): Promise<'nothing-to-do' | 'refunded' | 'later'> => {
  if (event?.type !== 'payment_intent.succeeded' || event.paymentId === undefined) return 'nothing-to-do'
  if (!payment) {
    deps.logger.error(
      { chargeRef: event.chargeRef, paymentId: event.paymentId },
      'a charge names a payment that does not exist',
    )
    return 'nothing-to-do'
  }
  if (payment.status === 'OPEN') return 'later'
  if (payment.status === 'SUCCEEDED' || payment.status === 'REFUNDED') return 'nothing-to-do'
  try {
    await refundLateCharge(deps, event, event.paymentId)
    return 'refunded'
  } catch (error) {
    deps.logger.error(
      { paymentId: event.paymentId, error: messageOf(error) },
      'a late charge could not be refunded yet',
    )
    return 'later'
  }
}

/** Gives a late charge back, once: the key is the payment's, and the payment's row says so afterwards. */
const refundLateCharge = async (deps: Deps, event: Succeeded, paymentId: string): Promise<void> => {
  const key = `late-charge:${paymentId}`
  const refund = await deps.gateway.refund({ key, chargeRef: event.chargeRef, amount: event.amount })
  if (refund.outcome === 'declined' && refund.reason === 'already-refunded') return
  if (refund.outcome !== 'ok') throw new Error(`the gateway's answer to the refund is ${refund.outcome}`)
  const { chargeRef } = event
  await markLateChargeRefunded(deps.db, { paymentId, chargeRef, refundRef: refund.refundRef })
  deps.logger.warn({ paymentId, chargeRef }, 'a late charge was refunded')
}
