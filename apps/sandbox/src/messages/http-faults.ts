import { setTimeout as wait } from 'node:timers/promises'
import type { Fault, FaultTarget } from '../faults/fault-modes.ts'
import type { MessageContext } from './message-context.ts'

type HttpTarget = Extract<FaultTarget, 'sms' | 'push' | 'data-platform'>

/** The fault that this request shall show; a slow one has waited already. */
export const takeFault = async (context: MessageContext, target: HttpTarget): Promise<Fault | null> => {
  const fault = await context.faults.take(target)
  if (fault?.mode === 'slow') await wait(fault.delayMs, undefined, { signal: context.closing })
  return fault
}

export const silenceOf = (fault: Fault | null): { readonly silentForMs?: number } =>
  fault?.mode.endsWith('-then-timeout') ? { silentForMs: fault.delayMs } : {}
