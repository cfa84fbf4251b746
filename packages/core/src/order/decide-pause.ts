import type { ErrorCode } from '../errors.ts'
import type { SagaStatus } from '../saga/saga-views.ts'
import { finalStatuses, type OrderStatus } from './order-states.ts'

type PauseFacts = {
  readonly status: OrderStatus
  readonly paused: boolean
  /** How each saga of the order stands. */
  readonly sagas: readonly SagaStatus[]
}

/** Why an order cannot be paused: it is already, or nothing will happen to it any more that could stand still. */
export const findPauseRefusal = ({ status, paused, sagas }: PauseFacts): ErrorCode | null => {
  if (paused) return 'order-paused'
  const unfinished = sagas.some(saga => saga === 'RUNNING' || saga === 'NEEDS_ATTENTION')
  return finalStatuses.includes(status) && !unfinished ? 'order-not-pausable' : null
}

/**
 * Why an act that moves an order by itself, or changes where it goes, is not done: nobody but who resumes it lets a paused
 * order go on. What only asks for a saga is taken and waits.
 */
export const findPausedRefusal = (paused: boolean): 'order-paused' | null => (paused ? 'order-paused' : null)
