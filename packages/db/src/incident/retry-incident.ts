import { DomainError } from '@makegood/core/errors'
import type { EventName, EventPayload } from '@makegood/core/events/catalogue'
import { findRetryRefusal } from '@makegood/core/saga/decide-repair'
import type { Db, Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { nextTry } from '../saga/open-incident.ts'
import { closeIncident } from './close-incident.ts'
import type { LockedIncident } from './lock-incident.ts'
import { refuseRepair } from './refuse-repair.ts'
import { goOn, type Repaired, type RepairRequest, reopenStep, repair } from './repair.ts'

export type RetryRequest = RepairRequest & { readonly correlationId: string }

/**
 * Tries again what stopped, once for each time that it stopped. A saga goes on from what it has recorded, its failed step
 * anew; the incident closes when the saga ends well. An event is sent anew under a new id: where a person sends it, its
 * incident closes at once; where the shop does, once the event is handled.
 */
export const retryIncident = (db: Db, request: RetryRequest): Promise<void> =>
  repair(db, 'incident.retry', request, async (tx, locked) => {
    refuseRepair(findRetryRefusal(locked))
    return locked.row.event ? await sendAgain(tx, request, locked.row.event) : await retrySaga(tx, request, locked)
  })

const sendAgain = async (
  tx: Tx,
  { incidentId, operatorId, correlationId }: RetryRequest,
  { name, payload }: NonNullable<LockedIncident['row']['event']>,
): Promise<Repaired> => {
  // What the catalogue does not know any more is refused by it.
  const event = newEvent(name as EventName, payload as EventPayload<EventName>)
  await appendEvents(tx, correlationId, [event])
  if (operatorId === null) await countTry(tx, incidentId)
  else await closeIncident(tx, { incidentId, operatorId, resolution: 'retried', note: '' })
  return { details: { eventId: event.id, event: name } }
}

/**
 * One of many who look for what is due sends it. Its next time is set at once, so that an event which gets lost on the way is
 * sent again; one that fails once more sets it anew, and one that is handled closes the incident.
 */
const countTry = async (tx: Tx, incidentId: string): Promise<void> => {
  const counted = await tx.$executeRaw`
    update incident set next_try_at = ${nextTry(Prisma.sql`tries + 1`)}, tries = tries + 1
    where id = ${incidentId} and next_try_at <= now()`
  if (counted === 0) throw new DomainError('incident-moved-on', 'it is being tried already', { reason: 'resolved' })
}

const retrySaga = async (tx: Tx, request: RetryRequest, { row, sagaRow, saga }: LockedIncident) => {
  if (!sagaRow || !saga) throw new Error(`incident ${row.id} is about no saga`)
  const step = saga.steps.find(candidate => candidate.stepId === row.stepId)
  // A saga on its way back only takes the steps that settle it: the step that turned it round keeps its refusal.
  if (step && (saga.direction === 'FORWARD' || step.kind === 'forward-only'))
    await reopenStep(tx, sagaRow.id, row.stepId)
  await goOn(tx, sagaRow, request)
  return { details: { direction: saga.direction, generation: sagaRow.generation + 1 } }
}
