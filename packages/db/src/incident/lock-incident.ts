import { DomainError } from '@makegood/core/errors'
import type { RecordedSagaStep, RepairedIncident, RepairedSaga } from '@makegood/core/saga/decide-repair'
import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import type { SagaName } from '@makegood/core/saga/saga-starts'
import type { Tx } from '../client.ts'

export type IncidentRow = {
  readonly id: string
  readonly orderId: string | null
  readonly sagaId: string
  readonly stepId: string
  readonly kind: IncidentKind
  readonly event: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> } | null
  readonly resolvedAt: Date | null
}

export type SagaRow = Omit<RepairedSaga, 'steps'> & {
  readonly id: string
  readonly name: SagaName
  readonly generation: number
  readonly input: Record<string, unknown>
}

export type LockedIncident = {
  readonly row: IncidentRow
  readonly sagaRow: SagaRow | null
  readonly incident: RepairedIncident
  readonly saga: RepairedSaga | null
}

/**
 * An incident with the saga that it is about, both locked until the caller's transaction ends: of two operators who repair
 * it the second sees what the first has done. Throws `not-found`.
 */
export const lockIncident = async (tx: Tx, incidentId: string): Promise<LockedIncident> => {
  const [row] = await tx.$queryRaw<IncidentRow[]>`
    select id, order_id as "orderId", saga_id as "sagaId", step_id as "stepId", kind, event, resolved_at as "resolvedAt"
    from incident where id = ${incidentId} for update`
  if (!row) throw new DomainError('not-found', `no incident ${incidentId}`)
  const [sagaRow = null] = await tx.$queryRaw<SagaRow[]>`
    select id, name, status, direction, generation, input from saga where id = ${row.sagaId} for update`
  const steps = sagaRow ? await listSteps(tx, sagaRow.id) : []
  return {
    row,
    sagaRow,
    incident: toRepaired(row),
    saga: sagaRow && { ...sagaRow, steps },
  }
}

export const toRepaired = ({ kind, stepId, resolvedAt, event }: IncidentRow): RepairedIncident => ({
  kind,
  stepId,
  resolved: resolvedAt !== null,
  hasEvent: event !== null,
})

const listSteps = (tx: Tx, sagaId: string): Promise<RecordedSagaStep[]> => tx.$queryRaw<RecordedSagaStep[]>`
  select step_id as "stepId", kind, position, status, undo_status as "undoStatus" from saga_step
  where saga_id = ${sagaId} order by position`
