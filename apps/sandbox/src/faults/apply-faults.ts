import type { z } from 'zod'
import { type faultsInput, faultTargets } from './fault-modes.ts'
import type { FaultSwitches } from './fault-switches.ts'

/** Sets the switches that are named and leaves the others as they are. */
export const applyFaults = async (switches: FaultSwitches, faults: z.output<typeof faultsInput>): Promise<void> => {
  for (const target of faultTargets) {
    const fault = faults[target]
    if (fault !== undefined) await switches.set(target, fault)
  }
}
