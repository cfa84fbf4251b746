import { setTimeout as wait } from 'node:timers/promises'
import type { GatewayContext } from './gateway-context.ts'
import { serverError } from './gateway-error.ts'

/** Shows the fault that is set for reading: the gateway that took the money can be out of reach when it is asked about it. */
export const holdLookups = async (context: GatewayContext): Promise<void> => {
  const fault = await context.faults.take('lookup')
  if (fault?.mode === 'error500') throw serverError()
  if (fault?.mode === 'slow') await wait(fault.delayMs, undefined, { signal: context.closing })
}
