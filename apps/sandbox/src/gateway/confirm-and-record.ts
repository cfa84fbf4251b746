import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { makeEvent } from '../webhooks/make-event.ts'
import type { Answer, GatewayContext, Once } from './gateway-context.ts'
import { serverError } from './gateway-error.ts'
import { lookUp, type Seen, usableMethod } from './look-up.ts'
import { replay } from './perform-once.ts'
import { planPayment } from './plan-payment.ts'
import { recordOutcome } from './record-outcome.ts'
import { settleIntent } from './settle-intent.ts'
import type { PaymentIntent } from './stripe-objects.ts'

export type ConfirmOptions = {
  readonly methodId: string
  readonly errorOnRequiresAction: boolean
  readonly returnUrl: string | null
  readonly approved: boolean | null
  /** As in `Outcome`; 0 inside a transaction, because nobody may be told of what is not kept yet. */
  readonly leaseSeconds: number
}

const showsFirstFault = async (pool: Pool, methodId: string): Promise<boolean> => {
  const shown = await pool.query('update payment_method set faults_shown = 1 where id = $1 and faults_shown = 0', [
    methodId,
  ])
  return shown.rowCount === 1
}

/** Answers a key seen before, shows the fault that is due, and says how the payment goes on; nothing is charged yet. */
export const openPayment = async (context: GatewayContext, once: Once, methodId: string) => {
  const seen: Seen = await lookUp(context.pool, once.key, methodId)
  const isDown = context.faults.read().payment.mode === 'error500'
  const fault = seen.recorded === null || isDown ? await context.faults.take('payment') : null
  if (fault?.mode === 'error500') throw serverError()
  if (seen.recorded !== null) return { replayed: replay(seen.recorded, once) }

  const plan = planPayment(fault, usableMethod(seen.method, methodId))
  if (plan.fail === 'always') throw serverError()
  if (plan.fail === 'once' && (await showsFirstFault(context.pool, methodId))) throw serverError()
  if (plan.waitMs > 0) await wait(plan.waitMs, undefined, { signal: context.closing })
  return { plan }
}

/** Settles the intent and records all of it at once; where the key turns out to be answered already, that answer is given. */
export const settleAndRecord = async (
  context: GatewayContext,
  db: Pool | PoolClient,
  once: Once,
  intent: PaymentIntent,
  options: ConfirmOptions,
  plan: ReturnType<typeof planPayment>,
): Promise<Answer> => {
  const now = Date.now()
  const approval =
    options.returnUrl === null
      ? null
      : { url: `${context.publicUrl}/sandbox/approve/${intent.id}`, returnUrl: options.returnUrl }
  const settled = settleIntent(intent, {
    method: plan.method,
    errorOnRequiresAction: options.errorOnRequiresAction,
    approval,
    approved: options.approved,
    now,
  })
  const answer = await recordOutcome(context, db, once, {
    answer: settled.answer,
    intent: settled.intent,
    charge: settled.charge,
    errorOnRequiresAction: options.errorOnRequiresAction,
    returnUrl: options.returnUrl,
    events: settled.events.map(told => makeEvent(told.type, told.object, once, now)),
    leaseSeconds: options.leaseSeconds,
  })
  return plan.silentForMs === undefined || answer.replayOf !== undefined
    ? answer
    : { ...answer, silentForMs: plan.silentForMs }
}
