import { defaultDelayMs, type Fault } from '../faults/fault-modes.ts'
import type { PaymentMethod } from './settle-intent.ts'

export type PaymentPlan = {
  readonly fail: 'no' | 'once' | 'always'
  readonly waitMs: number
  readonly silentForMs: number | undefined
  readonly method: PaymentMethod
}

/** Says how this one payment goes: the switch decides where it is set, else the card. */
export const planPayment = (fault: Fault | null, method: PaymentMethod): PaymentPlan => {
  const plan: PaymentPlan = { fail: 'no', waitMs: 0, silentForMs: undefined, method }
  if (fault?.mode === 'error500') return { ...plan, fail: 'always' }
  if (fault?.mode === 'decline') return { ...plan, method: { ...method, behaviour: 'generic-decline' } }
  if (fault?.mode === 'slow') return { ...plan, waitMs: fault.delayMs }
  if (fault?.mode === 'charge-then-timeout') return { ...plan, silentForMs: fault.delayMs }
  if (method.behaviour === 'fails-always') return { ...plan, fail: 'always' }
  if (method.behaviour === 'fails-once') return { ...plan, fail: 'once' }
  if (method.behaviour === 'slow') return { ...plan, waitMs: defaultDelayMs('slow') }
  if (method.behaviour === 'charges-then-silent') return { ...plan, silentForMs: defaultDelayMs('charge-then-timeout') }
  return plan
}
