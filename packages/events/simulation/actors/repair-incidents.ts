import { newId } from '@makegood/core/ids'
import { forceUndo } from '@makegood/db/incident/force-undo'
import { resumeFromStep } from '@makegood/db/incident/resume-from-step'
import { retryIncident } from '@makegood/db/incident/retry-incident'
import type { Random } from '../random.ts'
import type { PlacedOrder, World } from '../world.ts'
import { operatorId } from './operator.ts'

/** Operators look after an order that needs attention, now and then while everything is still going on. */
export const repairSometimes = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  for (let left = random.between(0, 4); left > 0 && world.isOn(); left -= 1) {
    const sight = await world.playground.lookout.waitFor(order.orderId, seen => seen.needsAttention)
    if (!sight) return
    await world.pause(random.between(0, 900))
    if (world.isOn()) await repairAtRandom(world, order, random)
  }
}

const repairAtRandom = async (world: World, { orderId, index }: PlacedOrder, random: Random): Promise<void> => {
  const { db, outbox } = world.playground.stand
  const open = await db.incident.findMany({ where: { orderId, resolvedAt: null }, orderBy: { id: 'asc' } })
  const how = random.weighted({ retry: 75, undo: 12, resume: 13 })
  const incident = open[random.between(0, 99) % Math.max(1, open.length)]
  if (!incident) return
  const request = requestOf(world, incident.id)
  const acts = {
    retry: () => retryIncident(db, request),
    undo: () => forceUndo(db, { ...request, reason: 'the simulation says so' }),
    resume: () => resumeFromStep(db, { ...request, stepId: incident.stepId }),
  }
  await world.journal.attempt(`order ${index}: operator repairs ${incident.sagaId} by ${how}`, acts[how])
  outbox.nudge()
}

/** Tries again what stopped. */
export const retryByOperator = (world: World, incidentId: string): Promise<unknown> =>
  world.journal.attempt(`operator retries ${incidentId}`, () =>
    retryIncident(world.playground.stand.db, requestOf(world, incidentId)),
  )

const requestOf = ({ playground }: World, incidentId: string) => ({
  incidentId,
  operatorId,
  leaseSeconds: playground.stand.deps.policy.sagaLeaseSeconds,
  correlationId: newId('correlation', new Date()),
})
