import { newId } from '@makegood/core/ids'
import { sagaIncidentKinds } from '@makegood/core/saga/incident-kinds'
import { resolveIncident } from '@makegood/db/incident/resolve-incident'
import { settleByHand } from '@makegood/db/incident/settle-by-hand'
import { requestReturnAsOperator } from '@makegood/db/return/request-as-operator'
import { cancelByOperator, operatorId } from '../actors/operator.ts'
import { retryByOperator } from '../actors/repair-incidents.ts'
import type { PlacedOrder, World } from '../world.ts'
import { type Incident, listOpenIncidents } from './open-incidents.ts'
import { settleOutside } from './settle-outside.ts'

const retriesMax = 7
/** A person who sees it fail again waits a while; what keeps failing outside is left alone by its breaker, too. */
const firstWaitMs = 500
/** What tells of something outside that no retry could change; a person acts on it and closes it. */
const forPeople = ['parcel-lost', 'parcel-refused', 'shipping-late', 'dispute']
/** What the outside has refused it refuses again; a person finds another way. */
const refused = /address-not-served|parcel-refused|goods-never-came/

type Known = { readonly world: World; readonly order: PlacedOrder | null }

/**
 * Operators at work on what is in front of them: what stopped is tried again until it goes on, at most so often, or its
 * order is cancelled, and closes with its saga; what is for people they settle by hand and close. What a retry should mend
 * and does not is trouble.
 */
export const mendIncidents = (worlds: readonly World[]): (() => Promise<void>) => {
  const placed = new Map(worlds.flatMap(world => world.placed.map(order => [order.orderId, { world, order }] as const)))
  const retries = new Map<string, { readonly times: number; readonly next: number }>()

  const mayRetry = ({ id }: Incident): 'now' | 'later' | 'never' => {
    const { times, next } = retries.get(id) ?? { times: 0, next: 0 }
    if (times >= retriesMax) return 'never'
    const now = performance.now()
    if (now < next) return 'later'
    retries.set(id, { times: times + 1, next: now + firstWaitMs * 2 ** times })
    return 'now'
  }

  const mendOne = async (incident: Incident, known: Known): Promise<void> => {
    if (incident.sagaStatus === 'RUNNING') return
    const { id, kind, sagaId, sagaStatus, stepId, detail } = incident
    const { world } = known
    if (world.random(`settles ${sagaId.slice(-6)}`).chance(40) && (await settleOutside(world, incident))) return
    if (!forPeople.includes(kind) && !refused.test(detail)) {
      const when = mayRetry(incident)
      if (when === 'now') await retryByOperator(known.world, id)
      if (when !== 'never') return
      known.world.journal.trouble(`no retry mends ${kind} of ${sagaId} at ${stepId}: ${detail}`)
    }
    await actByHand(incident, known)
    // Nobody can close what a saga still owes: it ends with the saga.
    if (sagaStatus === 'NEEDS_ATTENTION' && sagaIncidentKinds.includes(kind)) return
    await known.world.journal.attempt(`operator closes ${kind} of ${sagaId}`, () =>
      resolveIncident(known.world.playground.stand.db, { incidentId: id, operatorId, reason: 'done by hand' }),
    )
  }

  return async () => {
    const [first] = worlds
    if (!first) return
    const open = await listOpenIncidents(first.playground.stand.db)
    for (const incident of open)
      await mendOne(incident, placed.get(incident.orderId ?? '') ?? { world: first, order: null })
    if (open.length > 0) first.playground.stand.outbox.nudge()
  }
}

/**
 * An order that no carrier takes is cancelled, what no carrier fetches is fetched otherwise, what was lost on its way to the
 * shopper is written off.
 */
const actByHand = async ({ id, kind, stepId, orderStatus }: Incident, { world, order }: Known): Promise<void> => {
  if (!order) return
  if (stepId === 'register-pick-up') await fetchOtherwise(world, id)
  if (kind === 'saga-held' && orderStatus === 'CONFIRMED') await cancelByOperator(world, order)
  if (kind !== 'parcel-lost' || orderStatus !== 'SHIPPING') return
  const { orderId, index } = order
  const request = { orderId, returnId: newId('return', new Date()), operatorId, reason: 'lost' }
  await world.journal.attempt(`order ${index}: operator asks for what was lost to be written off`, () =>
    requestReturnAsOperator(world.playground.stand.db, request),
  )
}

const fetchOtherwise = async ({ journal, playground: { stand } }: World, incidentId: string): Promise<void> => {
  const { sagaLeaseSeconds: leaseSeconds } = stand.deps.policy
  const done = { incidentId, operatorId, role: 'admin', reason: 'fetched by a courier', reference: null } as const
  await journal.attempt(`operator has what ${incidentId} is about fetched otherwise`, () =>
    settleByHand(stand.db, { ...done, leaseSeconds }),
  )
}
