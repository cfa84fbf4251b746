import { carry } from './actors/carrier.ts'
import { operate } from './actors/operator.ts'
import { shop } from './actors/shopper.ts'
import { brewStorms } from './actors/storm.ts'
import { letTimePass } from './actors/time.ts'
import { topUpSometimes } from './actors/top-up.ts'
import { type PlacedOrder, rememberOrder, type World } from './world.ts'

/** Orders in the place of others are counted from here. */
const takenUpFromIndex = 100

/** Lets everyone in a seed's world act until its time is up; the world is then wherever that left it. */
export const playSeed = async (world: World): Promise<void> => {
  const around: Promise<unknown>[] = []
  const takeUp = (order: PlacedOrder): void => {
    around.push(operate(world, order), carry(world, order), followTakenUp(world, order, takeUp))
  }
  let index = 0
  const people = world.people.flatMap(person => {
    const first = index
    index += person.orders
    return [shop(world, person, first, takeUp), topUpSometimes(world, person, first)]
  })
  await Promise.all([...people, letTimePass(world), brewStorms(world)])
  // Whoever is taken up last may have brought another one.
  for (let done = 0; done < around.length; ) {
    done = around.length
    await Promise.all(around)
  }
}

/** An order that a late payment puts in the place of a cancelled one is operated and carried like another. */
const followTakenUp = async (world: World, order: PlacedOrder, takeUp: (order: PlacedOrder) => void): Promise<void> => {
  const sight = await world.playground.lookout.waitFor(order.orderId, seen => seen.takenUpBy !== null)
  if (!sight?.takenUpBy) return
  const next = { ...order, index: order.index + takenUpFromIndex, orderId: sight.takenUpBy }
  world.journal.note(`order ${order.index} is taken up again as order ${next.index}, ${next.orderId}`)
  rememberOrder(world, next)
  takeUp(next)
}
