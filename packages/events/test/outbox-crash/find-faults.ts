import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { compareCharges } from '../../src/reconcile/compare-charges.ts'
import type { SagaStand } from '../start-saga-stand.ts'
import { type EventCounter, isCounted } from './count-events.ts'

/** Everything that is not as it must be once all is over: an event lost, sent without its change or acted on twice, a broken invariant. */
export const findFaults = async (
  stand: Pick<SagaStand, 'db' | 'deps'>,
  { runsOf }: Pick<EventCounter, 'runsOf'>,
  began: Date,
): Promise<readonly string[]> => {
  const events = await stand.db.outbox.findMany({ select: { id: true, name: true, sentAt: true } })
  const lost = events.filter(({ sentAt }) => sentAt === null).map(({ id, name }) => `${name} ${id} was never sent`)
  const counted = events
    .filter(({ name }) => isCounted(name))
    .map(({ id, name }) => ({ id, name, runs: runsOf.get(id)?.size ?? 0 }))
    .filter(({ runs }) => runs !== 1)
    .map(({ id, name, runs }) => `${name} ${id} was acted on ${runs} times`)
  const known = new Set(events.map(({ id }) => id))
  const unknown = [...runsOf.keys()].filter(id => !known.has(id)).map(id => `${id} was sent, and its change never was`)
  const sagas = await stand.db.saga.findMany({ where: { status: { notIn: ['COMPLETED', 'UNDONE'] } } })
  const incidents = await stand.db.incident.findMany()
  const breaches = [...(await checkInvariants(stand.db)), ...(await compareCharges(stand.deps, began))]
  return [
    ...lost,
    ...counted,
    ...unknown,
    ...sagas.map(({ id, status }) => `${id} is ${status}`),
    ...incidents.map(({ kind, sagaId, detail }) => `incident ${kind} of ${sagaId}: ${detail}`),
    ...breaches.map(({ invariant, subject, detail }) => `${invariant}: ${subject}: ${detail}`),
  ]
}
