import type { BreakerState } from '@makegood/adapters/outside/create-guard'
import { type OutsideName, outsideNames, type ProcessSaid } from '@makegood/core/system/views'

export type Circuits = {
  /** What the circuit of this outside system tells its changes to. */
  readonly watch: (outside: OutsideName) => (state: BreakerState) => void
  readonly said: () => ProcessSaid['circuits']
}

/** What this process thinks of each system outside: as its circuits say, closed until one says otherwise. */
export const createCircuits = (
  onChange: (outside: OutsideName, open: boolean) => void,
  now: () => Date = () => new Date(),
): Circuits => {
  const since = now().toISOString()
  const known = Object.fromEntries(
    outsideNames.map(name => [name, { state: 'closed' as BreakerState, since }]),
  ) as ProcessSaid['circuits']
  for (const name of outsideNames) onChange(name, false)
  return {
    watch: outside => state => {
      onChange(outside, state !== 'closed')
      known[outside] = { state, since: now().toISOString() }
    },
    said: () => ({ ...known }),
  }
}
