import { newId } from '@makegood/core/ids'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { confirmPurchase } from '@makegood/db/order/confirm-purchase'
import { requestReturn } from '@makegood/db/return/request-return'
import type { Random } from '../random.ts'
import type { Person, PlacedOrder, World } from '../world.ts'
import { payAtRandom } from './pay-order.ts'
import { placeRandomOrder } from './place-order.ts'

const returnsMax = 3

/** One shopper: orders one after the other from one cart, and from then on each goes its own way. */
export const shop = async (
  world: World,
  person: Person,
  firstIndex: number,
  onPlaced: (order: PlacedOrder) => void,
): Promise<void> => {
  const ways: Promise<unknown>[] = []
  for (let index = firstIndex; index < firstIndex + person.orders && world.isOn(); index += 1) {
    const random = world.random(`shopper ${index}`)
    await world.pause(random.between(0, 600))
    const order = await placeRandomOrder(world, person, index, random)
    if (!order) continue
    onPlaced(order)
    ways.push(payAtRandom(world, order, random).then(() => afterPaying(world, order, random)))
    ways.push(cancelSometime(world, order, world.random(`cancel ${index}`)))
  }
  await Promise.all(ways)
}

const cancelSometime = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  const { db, deps, outbox } = world.playground.stand
  const { orderId, owner, index } = order
  for (let left = random.weighted({ 0: 60, 1: 30, 2: 10 }) === '0' ? 0 : random.between(1, 2); left > 0; left -= 1) {
    await world.pause(random.between(0, 2500))
    if (!world.isOn()) return
    await world.journal.attempt(`order ${index}: shopper cancels`, () =>
      inTransaction(db, tx =>
        requestCancellation(tx, {
          orderId,
          owner,
          cancellationId: newCancellationId(),
          by: 'shopper',
          policy: deps.policy,
        }),
      ),
    )
    outbox.nudge()
  }
}

const afterPaying = async (world: World, order: PlacedOrder, random: Random): Promise<void> => {
  const wish = random.weighted({ keep: 35, return: 45, nothing: 20 })
  const early = random.chance(25)
  const { lookout } = world.playground
  const isHere = (status: string) => status === 'DELIVERED' || (early && wish === 'return' && status === 'SHIPPING')
  const sight = await lookout.waitFor(
    order.orderId,
    ({ status }) => isHere(status) || status === 'CANCELLED' || status === 'RETURNED',
  )
  if (!sight || !isHere(sight.status)) return
  await world.pause(random.between(0, 300))
  if (wish === 'keep') await accept(world, order)
  if (wish === 'return') await giveBack(world, order, random)
}

const accept = async (world: World, { orderId, owner, index }: PlacedOrder): Promise<void> => {
  const { db, outbox } = world.playground.stand
  await world.journal.attempt(`order ${index}: shopper confirms the purchase`, () =>
    confirmPurchase(db, { orderId, owner }),
  )
  outbox.nudge()
}

/** Asks for some of the goods to be taken back, or all, and perhaps for the rest when that is over. */
const giveBack = async (world: World, { orderId, owner, index }: PlacedOrder, random: Random): Promise<void> => {
  const { stand, lookout } = world.playground
  const lines = await stand.db.orderLine.findMany({ where: { orderId }, orderBy: { position: 'asc' } })
  for (let left = random.between(1, returnsMax); left > 0 && world.isOn(); left -= 1) {
    const some = lines.flatMap(({ variantId, quantity }) =>
      random.chance(60) ? [{ variantId, quantity: random.between(1, quantity) }] : [],
    )
    const returnId = newId('return', new Date())
    const wanted = some.length > 0 && random.chance(70) ? { lines: some } : {}
    const request = { orderId, owner, returnId, by: 'shopper', reason: 'changed-mind', ...wanted } as const
    const asked = await world.journal.attempt(
      `order ${index}: shopper asks for a return of ${JSON.stringify(wanted)}`,
      async () => {
        await inTransaction(stand.db, tx => requestReturn(tx, request))
        return true
      },
    )
    stand.outbox.nudge()
    if (!asked) return
    const isOver = (status: string | null) => status === 'REFUNDED' || status === 'REJECTED'
    await lookout.waitFor(orderId, sight => sight.returnId === returnId && isOver(sight.returnStatus))
  }
}
