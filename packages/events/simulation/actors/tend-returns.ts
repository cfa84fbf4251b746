import { inTransaction } from '@makegood/db/client'
import { acceptReturn, rejectReturn } from '@makegood/db/return/decide-return'
import { receiveReturn } from '@makegood/db/return/move-return'
import type { Sight } from '../lookout.ts'
import type { Random } from '../random.ts'
import type { PlacedOrder, World } from '../world.ts'
import { operatorId } from './operator.ts'

/** Operators decide most of the returns that are asked for. */
export const decideReturns = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  const seen = new Set<string>()
  const isNew = (sight: Sight) => sight.returnStatus === 'REQUESTED' && !seen.has(String(sight.returnId))
  while (world.isOn()) {
    const sight = await world.playground.lookout.waitFor(order.orderId, isNew)
    if (!sight?.returnId) return
    seen.add(sight.returnId)
    await world.pause(random.between(0, 300))
    if (random.chance(10)) continue
    await decideReturn(world, order, sight, random.chance(80))
  }
}

/** Accepts or rejects a return; what the carrier has lost is accepted without its goods. */
export const decideReturn = async (
  world: World,
  { index }: PlacedOrder,
  { returnId, parcels }: Pick<Sight, 'returnId' | 'parcels'>,
  isAccepted: boolean,
): Promise<void> => {
  const { db, outbox } = world.playground.stand
  const decision = { returnId: String(returnId), operatorId, reason: 'as seen' }
  const withoutGoods = parcels.some(({ kind, status }) => kind === 'DELIVERY' && status === 'LOST')
  const what = isAccepted ? `accepts${withoutGoods ? ' without its goods' : ''}` : 'rejects'
  await world.journal.attempt(`order ${index}: operator ${what} return ${returnId}`, () =>
    inTransaction(db, tx =>
      isAccepted ? acceptReturn(tx, { ...decision, withoutGoods }) : rejectReturn(tx, decision),
    ),
  )
  outbox.nudge()
}

/** Operators receive the goods that come back, before, while or after the carrier says that they do. */
export const receiveReturns = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  const seen = new Set<string>()
  const isNew = ({ returnId, returnStatus }: Sight) =>
    (returnStatus === 'ACCEPTED' || returnStatus === 'PICKED_UP') && !seen.has(String(returnId))
  while (world.isOn()) {
    const sight = await world.playground.lookout.waitFor(order.orderId, isNew)
    if (!sight?.returnId) return
    seen.add(sight.returnId)
    await world.pause(random.between(0, 800))
    if (world.isOn() && random.chance(85)) await receiveAtRandom(world, order, sight.returnId, random)
  }
}

/** Receives the goods of a return, each unit for sale again or written off. */
export const receiveAtRandom = async (
  world: World,
  { index }: PlacedOrder,
  returnId: string,
  random: Random,
): Promise<void> => {
  const { db, outbox } = world.playground.stand
  const lines = await db.returnLine.findMany({ where: { returnId }, orderBy: { variantId: 'asc' } })
  const received = lines.map(({ variantId, quantity }) => {
    const writtenOff = random.chance(70) ? 0 : random.between(1, quantity)
    return { variantId, restocked: quantity - writtenOff, writtenOff }
  })
  await world.journal.attempt(`order ${index}: operator receives return ${returnId}`, () =>
    inTransaction(db, tx => receiveReturn(tx, returnId, received)),
  )
  outbox.nudge()
}
