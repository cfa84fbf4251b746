import { inTransaction } from '@makegood/db/client'
import { creditLateTopUp } from '@makegood/db/wallet/settle-top-up'
import { lateTopUp, tellTopUpEvent } from '@makegood/db/wallet/tell-top-up-event'
import type { Deps } from '../saga/deps.ts'
import { callKey } from '../saga/run-step.ts'

/**
 * What the gateway tells about a top-up's charge: a top-up that waits for it is woken, and money that was taken after the
 * top-up was given up goes into the wallet all the same, once the gateway itself has said so.
 */
export const handleTopUpEvent = async (deps: Deps, topUpId: string, chargeRef: string | null): Promise<string> => {
  const told = await tellTopUpEvent(deps.db, topUpId, chargeRef)
  if (told !== lateTopUp || chargeRef === null) return told
  const found = await deps.gateway.findByKey(callKey(`top-up-wallet:${topUpId}`, 'charge-top-up'), chargeRef)
  if (found.outcome !== 'ok') throw new Error(`the gateway cannot say what became of the charge: ${found.detail}`)
  if (!found.found || found.status !== 'succeeded' || found.refunded.amountMinor > 0n) return 'nothing was kept'
  const late = { topUpId, chargeRef, ...found.amount }
  if (!(await inTransaction(deps.db, tx => creditLateTopUp(tx, late))))
    throw new Error(`charge ${chargeRef} took another amount than top-up ${topUpId}`)
  return lateTopUp
}
