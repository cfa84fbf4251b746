import { carry } from './actors/carrier.ts'
import { operate } from './actors/operator.ts'
import { shop } from './actors/shopper.ts'
import { brewStorms } from './actors/storm.ts'
import { letTimePass } from './actors/time.ts'
import { topUpSometimes } from './actors/top-up.ts'
import type { PlacedOrder, World } from './world.ts'

/** Lets everyone in a seed's world act until its time is up; the world is then wherever that left it. */
export const playSeed = async (world: World): Promise<void> => {
  const around: Promise<unknown>[] = []
  const takeUp = (order: PlacedOrder) => void around.push(operate(world, order), carry(world, order))
  let index = 0
  const people = world.people.flatMap(person => {
    const first = index
    index += person.orders
    return [shop(world, person, first, takeUp), topUpSometimes(world, person, first)]
  })
  await Promise.all([...people, letTimePass(world), brewStorms(world)])
  await Promise.all(around)
}
