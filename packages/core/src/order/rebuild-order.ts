import { decideTransition } from './decide-transition.ts'
import { initialStatus, type Mover, type OrderStatus, type TransitionReason } from './order-states.ts'

/** One row of an order's history, as it was written. */
export type HistoryMove = {
  readonly version: number
  readonly from: string | null
  readonly to: string
  readonly reason: string
  readonly mover: string
}

export type RebuiltOrder =
  | { readonly rebuilt: true; readonly status: OrderStatus; readonly version: number }
  | { readonly rebuilt: false; readonly fault: string }

/**
 * An order's state and version from its history alone: each move is made again by the table of states, from the first on.
 * Where the history cannot be followed, the first move that does not fit is named.
 */
export const rebuildOrder = (history: readonly HistoryMove[]): RebuiltOrder => {
  const [first, ...moves] = history
  if (!first) return { rebuilt: false, fault: 'there is no history' }
  if (first.version !== 1 || first.from !== null || first.to !== initialStatus)
    return { rebuilt: false, fault: `the history begins at version ${first.version} with ${first.from} → ${first.to}` }
  let status = initialStatus
  let version = 1
  for (const move of moves) {
    const fault = findFault(move, status, version)
    if (fault) return { rebuilt: false, fault: `version ${move.version}: ${fault}` }
    status = move.to as OrderStatus
    version = move.version
  }
  return { rebuilt: true, status, version }
}

const findFault = (move: HistoryMove, status: OrderStatus, version: number): string | null => {
  if (move.version !== version + 1) return `it follows version ${version}`
  if (move.from !== status) return `it leaves ${move.from}, and the order was ${status}`
  const decision = decideTransition(status, move.reason as TransitionReason, move.mover as Mover)
  if (!decision.allowed) return decision.refusal
  return decision.transition.to === move.to
    ? null
    : `"${move.reason}" leads to ${decision.transition.to}, not ${move.to}`
}
