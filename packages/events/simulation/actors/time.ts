import { type ResumableSaga, resumeSaga } from '@makegood/db/saga/resume-saga'
import { enforceDueLimits } from '../../src/limits/enforce-due-limits.ts'
import type { Random } from '../random.ts'
import type { PlacedOrder, World } from '../world.ts'

/** How often each thing happens that no shopper, operator or carrier does. */
const meddlings = { 'a limit is due': 40, 'a run is lost': 25, 'an event comes twice': 35 } as const

const meddlingsMax = 18

/** Time and machinery: limits fall due early, runs are lost and begun again, events come twice. */
export const letTimePass = async (world: World): Promise<void> => {
  const random = world.random('time')
  for (let left = random.between(0, meddlingsMax); left > 0; left -= 1) {
    await world.pause(random.between(20, 400))
    const which = random.weighted(meddlings)
    const [where, what] = [random.between(0, 99), random.between(0, 99)]
    const order = findTarget(world, which === 'a limit is due' && where % 2 === 0, where)
    if (!world.isOn() || !order) continue
    if (which === 'a limit is due') await letLimitFallDue(world, order, random)
    else if (which === 'a run is lost') await loseRun(world, order, what)
    else await repeatEvent(world, order, what)
  }
}

/** An order; where it is wanted, one that is not paid yet, because that is where time weighs most. */
const findTarget = ({ placed, playground }: World, isUnpaid: boolean, which: number): PlacedOrder | undefined => {
  const unpaid = placed.filter(({ orderId }) => {
    const status = playground.lookout.of(orderId)?.status
    return status === 'STOCK_RESERVED' || status === 'PAYMENT_PROCESSING'
  })
  const orders = isUnpaid && unpaid.length > 0 ? unpaid : placed
  return orders[which % Math.max(1, orders.length)]
}

const letLimitFallDue = async (
  { journal, playground }: World,
  { orderId, index }: PlacedOrder,
  random: Random,
): Promise<void> => {
  const { db, deps } = playground.stand
  const rows = await db.$queryRaw<{ kind: string }[]>`
    update order_limit set due_at = now() where order_id = ${orderId} and settled_at is null returning kind`
  journal.note(`order ${index}: due now: ${rows.map(row => row.kind).join(', ') || 'nothing'}`)
  // Else whoever looks next enforces it, or nobody before the world becomes quiet.
  if (random.chance(75)) await journal.attempt(`limits are enforced`, () => enforceDueLimits(deps))
}

/** As if the engine had forgotten a saga's run: it is begun again, while the first one may still go on. */
const loseRun = async (
  { journal, playground }: World,
  { orderId, index }: PlacedOrder,
  which: number,
): Promise<void> => {
  const { db, deps, outbox } = playground.stand
  const running = await db.$queryRaw<ResumableSaga[]>`
    select id, name, generation, input from saga where order_id = ${orderId} and status = 'RUNNING' order by id`
  const saga = running[which % Math.max(1, running.length)]
  if (!saga) return
  await journal.attempt(`order ${index}: ${saga.id} is begun again, generation ${saga.generation + 1}`, () =>
    resumeSaga(db, saga, 'RUNNING', deps.policy.sagaLeaseSeconds),
  )
  outbox.nudge()
}

type SentEvent = { id: string; name: string; version: number; payload: object; correlationId: string }

/** An event reaches the engine once more, as another delivery that the engine's own dedupe does not know. */
const repeatEvent = async (
  { journal, playground }: World,
  { orderId, index }: PlacedOrder,
  which: number,
): Promise<void> => {
  const { db, inngest } = playground.stand
  const sent = await db.$queryRaw<SentEvent[]>`
    select id, name, version, payload, correlation_id as "correlationId" from outbox
    where payload ->> 'orderId' = ${orderId} and sent_at is not null order by id`
  const event = sent[which % Math.max(1, sent.length)]
  if (!event) return
  const { name, version, payload, correlationId } = event
  try {
    const again = { id: `again-${event.id}`, name, data: { ...payload, correlationId }, v: String(version) }
    await inngest.send(again)
    journal.note(`order ${index}: ${name} comes again`)
  } catch (error) {
    // The engine may just have been killed.
    journal.note(`order ${index}: ${name} could not come again: ${String(error)}`)
  }
}
