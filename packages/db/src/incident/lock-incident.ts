import { DomainError } from '@makegood/core/errors'
import type { RecordedSagaStep, RepairedIncident, RepairedSaga } from '@makegood/core/saga/decide-repair'
import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import type { SagaName } from '@makegood/core/saga/saga-starts'
import type { Tx } from '../client.ts'
import { settlementAsked } from './find-asked-settlement.ts'

export type IncidentRow = {
  readonly id: string
  readonly orderId: string | null
  readonly sagaId: string
  readonly stepId: string
  readonly kind: IncidentKind
  readonly event: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> } | null
  readonly resolvedAt: Date | null
}

/** `asked`: somebody says that it was settled by hand, and another has still to agree. */
type AskedRow = IncidentRow & { readonly asked: boolean }

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
  const [row] = await tx.$queryRaw<AskedRow[]>`
    select i.id, i.order_id as "orderId", i.saga_id as "sagaId", i.step_id as "stepId", i.kind, i.event,
      i.resolved_at as "resolvedAt", ${settlementAsked} as asked
    from incident i where i.id = ${incidentId} for update`
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

export const toRepaired = ({ kind, stepId, resolvedAt, event, asked }: AskedRow): RepairedIncident => ({
  kind,
  stepId,
  resolved: resolvedAt !== null,
  hasEvent: event !== null,
  asked,
})

const listSteps = (tx: Tx, sagaId: string): Promise<RecordedSagaStep[]> => tx.$queryRaw<RecordedSagaStep[]>`
  select step_id as "stepId", kind, position, status, undo_status as "undoStatus" from saga_step
  where saga_id = ${sagaId} order by position`
