import { DomainError } from '@makegood/core/errors'
import type { RepairRefusal } from '@makegood/core/saga/decide-repair'

/** Somebody else has repaired it, or is about to: what the caller saw is no longer so. */
const movedOn: readonly RepairRefusal[] = ['resolved', 'saga-running', 'saga-ended']

/** Throws where a repair is refused: `incident-moved-on` for whoever came second, `repair-not-possible` for the rest. */
export const refuseRepair = (refusal: RepairRefusal | null): void => {
  if (refusal === null) return
  const code = movedOn.includes(refusal) ? 'incident-moved-on' : 'repair-not-possible'
  throw new DomainError(code, `the repair is refused: ${refusal}`, { reason: refusal })
}
