import {
  type Mover,
  type OrderStatus,
  orderTransitions,
  type Transition,
  type TransitionReason,
} from './order-states.ts'

export type TransitionDecision =
  | { readonly allowed: true; readonly transition: Transition }
  | { readonly allowed: false; readonly refusal: string }

/** Allows a move only where the table has a row with this state, this reason and this mover; says why otherwise. */
export const decideTransition = (from: OrderStatus, reason: TransitionReason, mover: Mover): TransitionDecision => {
  const rows: readonly Transition[] = orderTransitions.filter(row => row.reason === reason)
  const row = rows.find(candidate => candidate.from === from)
  if (!row)
    return {
      allowed: false,
      refusal: `an order that is ${from} cannot move for "${reason}" (only from ${rows.map(r => r.from).join(', ')})`,
    }
  if (!row.movers.includes(mover))
    return { allowed: false, refusal: `"${reason}" is for ${row.movers.join(' or ')}, not for ${mover}` }
  return { allowed: true, transition: row }
}
