import { newId } from '@makegood/core/ids'
import { cancelAsOperator } from '@makegood/db/cancellation/cancel-as-operator'
import { confirmAsOperator } from '@makegood/db/order/confirm-as-operator'
import type { Sight } from '../lookout.ts'
import type { Random } from '../random.ts'
import type { PlacedOrder, World } from '../world.ts'
import { repairSometimes } from './repair-incidents.ts'
import { decideReturns, receiveReturns } from './tend-returns.ts'

export const operatorId = 'operator of the simulation'

/** The operators, as far as one order concerns them: each does what is theirs when they get to it, or does not. */
export const operate = async (world: World, order: PlacedOrder): Promise<void> => {
  const random = (what: string) => world.random(`operator ${what} ${order.index}`)
  await Promise.all([
    confirmHeld(world, order, random('confirms')),
    cancelSometime(world, order, random('cancels')),
    decideReturns(world, order, random('decides')),
    receiveReturns(world, order, random('receives')),
    repairSometimes(world, order, random('repairs')),
  ])
}

const confirmHeld = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  const { lookout, stand } = world.playground
  const { holdFromMinor, shippingStartSeconds } = stand.deps.policy
  const { orderId, index } = order
  const isHeld = (sight: Sight) => sight.status === 'PAID' && sight.totalMinor >= holdFromMinor
  const sight = await lookout.waitFor(orderId, isHeld)
  if (!sight || random.chance(15)) return
  const seenVersion = await seenVersionOf(stand.db, orderId)
  await world.pause(random.between(0, 500))
  if (!world.isOn()) return
  await world.journal.attempt(`order ${index}: operator confirms`, () =>
    confirmAsOperator(stand.db, { orderId, seenVersion, operatorId, shippingStartSeconds }),
  )
  stand.outbox.nudge()
}

const cancelSometime = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  if (!random.chance(20)) return
  const { lookout } = world.playground
  const wanted = random.pick(['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED', 'PREPARING', 'PREPARING'])
  await lookout.waitFor(order.orderId, ({ status }) => status === wanted)
  await world.pause(random.between(0, 400))
  if (world.isOn()) await cancelByOperator(world, order)
}

export const cancelByOperator = async (world: World, { orderId, index }: PlacedOrder): Promise<void> => {
  const { db, outbox } = world.playground.stand
  const cancellationId = newId('cancellation', new Date())
  const request = { orderId, cancellationId, operatorId, reason: 'the simulation says so', note: '' }
  await world.journal.attempt(`order ${index}: operator cancels`, async () =>
    cancelAsOperator(db, { ...request, seenVersion: await seenVersionOf(db, orderId) }),
  )
  outbox.nudge()
}

/** The order as the operator has it before them. */
const seenVersionOf = async (db: World['playground']['stand']['db'], orderId: string): Promise<number> =>
  (await db.order.findUniqueOrThrow({ where: { id: orderId }, select: { version: true } })).version
