import { setTimeout as wait } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { inTransaction } from '../database/in-transaction.ts'
import { makeEvent } from '../webhooks/make-event.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { errorBody, type GatewayError, invalidRequest, notFound, serverError } from './gateway-error.ts'
import { lookUp } from './look-up.ts'
import { makeId } from './make-id.ts'
import { performOnce, replay } from './perform-once.ts'
import { recordAnswer, recordRefund, type SettlesAs } from './record-refund.ts'
import { createRefundForm, readForm } from './requests.ts'
import { type Charge, type Refund, seconds } from './stripe-objects.ts'
import type { CardBehaviour } from './test-cards.ts'

type RefundForm = z.infer<typeof createRefundForm>

const lockCharge = async (client: PoolClient, form: RefundForm): Promise<Charge> => {
  const found = await client.query<{ object: Charge }>(
    `select c.object from charge c
     where c.id = coalesce($1, (select i.object ->> 'latest_charge' from payment_intent i where i.id = $2)) for update`,
    [form.charge ?? null, form.payment_intent ?? null],
  )
  const row = found.rows[0]
  if (row !== undefined) return row.object
  if (form.charge !== undefined) throw notFound('charge', form.charge, 'charge')
  const intent = form.payment_intent ?? ''
  const known = await client.query('select from payment_intent where id = $1', [intent])
  if (known.rowCount === 0) throw notFound('payment_intent', intent, 'payment_intent')
  throw invalidRequest(`This PaymentIntent (${intent}) does not have a successful charge to refund.`)
}

const refusal = (charge: Charge, asked: number): GatewayError | null => {
  const left = charge.amount_captured - charge.amount_refunded
  if (charge.status !== 'succeeded') {
    return invalidRequest(`Charge ${charge.id} has not been captured and cannot be refunded.`, { param: 'charge' })
  }
  if (charge.disputed) {
    return invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
  if (left === 0)
    return invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  if (asked > left) {
    return invalidRequest(`Refund amount (${asked}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  }
  return null
}

/** Cards whose refunds take their time: what they seem at first, and how they end. */
const lateEnds: Partial<Record<CardBehaviour, { readonly first: Refund['status']; readonly settlesAs: SettlesAs }>> = {
  'refund-pends': { first: 'pending', settlesAs: 'succeeded' },
  'refund-fails': { first: 'succeeded', settlesAs: 'failed' },
}

const refundNow = async (client: PoolClient, once: Once, form: RefundForm, decline: boolean): Promise<Answer> => {
  const charge = await lockCharge(client, form)
  const amount = form.amount ?? charge.amount_captured - charge.amount_refunded
  const refused = refusal({ ...charge, disputed: charge.disputed || decline }, amount)
  if (refused !== null) {
    const answer = { status: refused.status, body: errorBody(refused.error) }
    await recordAnswer(client, once, answer)
    return answer
  }
  const now = Date.now()
  const { method } = await lookUp(client, once.key, charge.payment_method)
  const late = method === null ? undefined : lateEnds[method.behaviour]
  const refund: Refund = {
    id: makeId('re', now),
    object: 'refund',
    amount,
    charge: charge.id,
    created: seconds(now),
    currency: charge.currency,
    metadata: form.metadata ?? {},
    payment_intent: charge.payment_intent,
    reason: form.reason ?? null,
    status: late?.first ?? 'succeeded',
  }
  const amountRefunded = charge.amount_refunded + amount
  const refunded: Charge = {
    ...charge,
    amount_refunded: amountRefunded,
    refunded: amountRefunded === charge.amount_captured,
  }
  const answer = { status: 200, body: JSON.stringify(refund) }
  const event = makeEvent('charge.refunded', refunded, once, now)
  await recordRefund(client, once, { answer, refund, settlesAs: late?.settlesAs ?? null, charge: refunded, event })
  return answer
}

/** Gives money back once per key, never more than was captured; the charge is held while it is counted. */
export const createRefund = async (context: GatewayContext, once: Once, body: unknown): Promise<Answer> => {
  const form = readForm(createRefundForm, body)
  return await performOnce(context, once, async () => {
    const seen = await lookUp(context.pool, once.key, null)
    const isDown = context.faults.read().refund.mode === 'error500'
    const fault = seen.recorded === null || isDown ? await context.faults.take('refund') : null
    if (fault?.mode === 'error500') throw serverError()
    if (seen.recorded !== null) return replay(seen.recorded, once)
    if (fault?.mode === 'slow') await wait(fault.delayMs, undefined, { signal: context.closing })
    const isDeclined = fault?.mode === 'decline'
    const answer = await inTransaction(context.pool, client => refundNow(client, once, form, isDeclined))
    context.events.sweepSoon()
    return fault?.mode === 'refund-then-timeout' ? { ...answer, silentForMs: fault.delayMs } : answer
  })
}
