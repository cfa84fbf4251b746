import type { AuditAct } from '@makegood/core/audit/acts'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from '../saga/is-paused.ts'
import { resumeSaga } from '../saga/resume-saga.ts'
import { type LockedIncident, lockIncident, type SagaRow } from './lock-incident.ts'

export type RepairRequest = {
  readonly incidentId: string
  /** Null where the shop itself tries again after an outage. */
  readonly operatorId: string | null
  /** For how long a saga that goes on may show no progress. */
  readonly leaseSeconds: number
  /** Why, where the act itself asks for no reason of its own. */
  readonly reason?: string
}

type GoOnRequest = Pick<RepairRequest, 'leaseSeconds' | 'operatorId'>

type RepairAct = (tx: Tx, locked: LockedIncident) => Promise<Repaired>

export type Repaired = { readonly reason?: string; readonly details?: Readonly<Record<string, unknown>> }

/**
 * One repair of one incident, by an operator or by the shop itself, in one transaction: the incident and its saga are locked, the act decides and
 * writes, and the audit entry stands with it. Whoever comes second meets what the first has done.
 */
export const repair = (db: Db, action: AuditAct, request: RepairRequest, act: RepairAct): Promise<void> =>
  inTransaction(db, tx => repairIn(tx, action, request, act))

/** The same in the caller's transaction. */
export const repairIn = async (
  tx: Tx,
  action: AuditAct,
  { incidentId, operatorId, reason: given }: RepairRequest,
  act: RepairAct,
): Promise<void> => {
  const locked = await lockIncident(tx, incidentId)
  const { reason = given, details } = await act(tx, locked)
  const { orderId, sagaId, stepId, kind } = locked.row
  await writeAudit(tx, {
    actorKind: operatorId === null ? 'system' : 'operator',
    actorId: operatorId,
    action,
    orderId,
    subject: incidentId,
    ...(reason === undefined ? {} : { reason }),
    details: { sagaId, stepId, kind, ...details },
  })
}

/**
 * Lets a saga that stopped go on; its row is locked, so that nobody else can have done it meanwhile. What was to be tried
 * again is being tried: should it fail once more, its incident says when next. Refused while its order is paused.
 */
export const goOn = async (tx: Tx, saga: SagaRow, { leaseSeconds, operatorId }: GoOnRequest): Promise<void> => {
  const paused = await tx.$queryRaw<unknown[]>`
    select 1 from saga s where s.id = ${saga.id} and ${isPaused(Prisma.sql`s.order_id`)}`
  if (paused.length > 0) throw new DomainError('order-paused', 'the order of this saga is paused')
  await tx.$executeRaw`
    update incident set next_try_at = null, tries = tries + ${operatorId === null ? 1 : 0}
    where saga_id = ${saga.id} and resolved_at is null`
  const resumed = await resumeSaga(tx, saga, 'NEEDS_ATTENTION', leaseSeconds)
  if (!resumed) throw new Error(`saga ${saga.id} went on while its row was locked`)
}

/**
 * Makes a step that refused or failed one that is to be tried anew. Where the outside has said no, it is asked under a new
 * key: it would give the first answer to the old one for ever.
 */
export const reopenStep = async (tx: Tx, sagaId: string, stepId: string): Promise<void> => {
  await tx.$executeRaw`
    update saga_step set status = 'FAILED', result = null, ended_at = null,
      reopened = reopened + case when result ?| array['carrierCode', 'gatewayCode'] then 1 else 0 end
    where saga_id = ${sagaId} and step_id = ${stepId} and status in ('STARTED', 'REFUSED', 'FAILED')`
}
