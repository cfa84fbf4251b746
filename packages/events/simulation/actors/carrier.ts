import type { ShipmentStatus } from '@makegood/core/ports/carrier'
import type { SeenParcel } from '../lookout.ts'
import type { Random } from '../random.ts'
import type { PlacedOrder, World } from '../world.ts'

/** Where a parcel goes from here, each way as often as its weight says. */
const ways: Readonly<Record<SeenParcel['kind'], Readonly<Record<string, Readonly<Record<string, number>>>>>> = {
  DELIVERY: {
    registered: { 'handed-over': 92, nowhere: 8 },
    'handed-over': { 'in-transit': 93, lost: 4, nowhere: 3 },
    'in-transit': { delivered: 84, lost: 5, refused: 7, nowhere: 4 },
    refused: { returned: 80, lost: 20 },
  },
  PICK_UP: {
    registered: { 'handed-over': 90, nowhere: 10 },
    'handed-over': { 'in-transit': 94, lost: 3, nowhere: 3 },
    'in-transit': { delivered: 93, lost: 3, nowhere: 4 },
  },
}

/** The carrier's driver: each parcel of an order goes its way as soon as it is there. */
export const carry = async (world: World, order: PlacedOrder): Promise<void> => {
  const taken = new Set<string>()
  const isNew = (parcel: SeenParcel) => !taken.has(parcel.ref)
  const drives: Promise<void>[] = []
  while (world.isOn()) {
    const sight = await world.playground.lookout.waitFor(order.orderId, ({ parcels }) => parcels.some(isNew))
    for (const parcel of sight?.parcels.filter(isNew) ?? []) {
      taken.add(parcel.ref)
      drives.push(drive(world, order, parcel, world.random(`parcel ${taken.size} of order ${order.index}`)))
    }
  }
  await Promise.all(drives)
}

const drive = async (world: World, { index }: PlacedOrder, parcel: SeenParcel, random: Random): Promise<void> => {
  let at = 'registered'
  for (;;) {
    const way = ways[parcel.kind][at]
    if (!way) return
    const to = random.weighted(way)
    await world.pause(random.chance(30) ? 0 : random.between(0, 500))
    if (to === 'nowhere' || !world.isOn()) return
    const moved = await world.journal.attempt(
      `order ${index}: carrier moves ${parcel.kind} ${parcel.ref} to ${to}`,
      () => move(world, parcel.ref, to as ShipmentStatus),
    )
    if (!moved) return
    at = to
  }
}

/** False where the parcel cannot go there, because it was cancelled meanwhile. */
const move = async (world: World, ref: string, to: ShipmentStatus): Promise<boolean> => {
  try {
    await world.playground.stand.moveParcel(ref, to)
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('answered 409')) return false
    throw error
  }
}
