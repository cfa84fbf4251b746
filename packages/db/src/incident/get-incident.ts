import { noConsequences } from '@makegood/core/console/consequences'
import { DomainError } from '@makegood/core/errors'
import type { Locale } from '@makegood/core/locale'
import { type Reach, withinReach } from '@makegood/core/messages/reach'
import type { OrderStatus } from '@makegood/core/order/order-states'
import {
  findResumeRefusal,
  findRetryRefusal,
  findSettleRefusal,
  findUndoRefusal,
  type RepairRefusal,
} from '@makegood/core/saga/decide-repair'
import { findResolveRefusal, findWaysOut } from '@makegood/core/saga/decide-resolve'
import {
  type PlannedSaga,
  planRetry,
  planUndo,
  type RepairStep,
  type SagaPlan,
} from '@makegood/core/saga/describe-repair'
import { foreseeEvent } from '@makegood/core/saga/foresee-event'
import { type Foreseen, foreseeSteps } from '@makegood/core/saga/foresee-steps'
import type { IncidentView, RepairActView } from '@makegood/core/saga/incident-views'
import type { SagaName } from '@makegood/core/saga/saga-starts'
import type { Db } from '../client.ts'
import { readOrderReach } from '../notification/read-order-reach.ts'
import { readMoveFacts } from '../saga/read-move-facts.ts'
import { toSagaView } from '../saga/to-saga-view.ts'
import { isGoingOn } from './goes-on.ts'
import { type IncidentRow, toRepaired } from './lock-incident.ts'
import { readKeptEvent } from './read-kept-event.ts'
import { readSecondEyes, type Viewer } from './read-second-eyes.ts'
import { readStakes } from './read-stakes.ts'
import { readUnderWay } from './read-under-way.ts'
import { toIncidentView } from './to-incident-view.ts'

const nothing: Foreseen = { consequences: noConsequences, perhaps: noConsequences }
const nothingPlanned: SagaPlan = { forward: [], settle: [] }

/**
 * An incident with its saga, its goods named in the operator's language, and what each repair would do to money, stock, parcels and messages at this moment. Nothing is
 * locked: whoever repairs decides once more. Throws `not-found`.
 */
export const getIncident = async (
  db: Db,
  incidentId: string,
  language: Locale,
  plans: ReadonlyMap<SagaName, SagaPlan>,
  viewer: Viewer,
): Promise<IncidentView> => {
  const row = await db.incident.findUnique({ where: { id: incidentId }, include: { order: true } })
  if (!row) throw new DomainError('not-found', `no incident ${incidentId}`)
  const { order, ...own } = row
  const record = await db.saga.findUnique({
    where: { id: row.sagaId },
    include: { steps: { orderBy: { position: 'asc' } } },
  })
  const saga = record as (PlannedSaga & typeof record) | null
  const underWay = (await readUnderWay(db, [incidentId])).get(incidentId)
  const asked = underWay === 'settlement-asked'
  const repaired = { incident: toRepaired({ ...(own as IncidentRow), asked }), saga }
  const plan = (saga && plans.get(saga.name)) ?? nothingPlanned
  const stakes = record && (await readStakes(db, record, language))
  const status = (order?.status ?? null) as OrderStatus | null
  const reach = await readOrderReach(db, order?.userId ?? null)
  const kept = await readKeptEvent(db, (own as IncidentRow).event, status)
  const foresee = (steps: readonly RepairStep[]) => (stakes ? foreseeSteps(steps, stakes) : nothing)
  const retry = saga ? planRetry(saga, plan, status) : []
  const undo = saga ? planUndo(saga, plan) : []
  const settled = retry.filter(step => step.stepId !== row.stepId)
  return {
    ...toIncidentView(own, { goesOn: isGoingOn(own, record?.status ?? null), underWay }),
    order: order && {
      id: order.id,
      number: order.number.toString(),
      status: order.status as OrderStatus,
    },
    parcel: await db.shipment.findUnique({
      where: { id: row.stepId },
      select: { carrier: true, trackingNo: true },
    }),
    saga: record && toSagaView(record, await readMoveFacts(db, record)),
    ...(await readSecondEyes(db, { ...own, saga }, viewer)),
    acts: {
      retry: describe(findRetryRefusal(repaired), retry, kept ? foreseeEvent(kept) : foresee(retry), reach),
      resumeFrom: (saga?.steps ?? [])
        .map(step => step.stepId)
        .filter(stepId => findResumeRefusal(repaired, stepId) === null),
      undo: describe(findUndoRefusal(repaired), undo, foresee(undo), reach),
      settle: describe(findSettleRefusal(repaired), settled, foresee(settled), reach),
      resolve: { refusal: findResolveRefusal(repaired), instead: [...findWaysOut(repaired)] },
    },
  }
}

const describe = (
  refusal: RepairRefusal | null,
  steps: readonly RepairStep[],
  { consequences, perhaps }: Foreseen,
  reach: Reach,
): RepairActView =>
  refusal === null
    ? {
        refusal,
        steps: [...steps],
        consequences: withinReach(consequences, reach),
        perhaps: withinReach(perhaps, reach),
      }
    : { refusal, steps: [], ...nothing }
