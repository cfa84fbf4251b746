import type { CarrierContext } from './carrier-context.ts'
import { CarrierError, shipmentNotFound } from './carrier-error.ts'
import { findShipment, type ShipmentWithSteps } from './read-shipments.ts'
import { recordMoves } from './record-moves.ts'
import { movesFrom, type ShipmentStatus } from './shipment-moves.ts'

/** Moves one parcel by hand and tells the shop; refuses, with what would make sense, a move that makes none. */
export const moveShipment = async (
  context: CarrierContext,
  ref: string,
  to: ShipmentStatus,
): Promise<ShipmentWithSteps> => {
  const found = await findShipment(context.pool, 'ref', ref)
  if (found === null) throw shipmentNotFound(ref)
  const { shipment } = found
  const possible = movesFrom(shipment.kind, shipment.status)
  if (!possible.includes(to)) {
    const instead = possible.length === 0 ? 'It stays there.' : `It can go to ${possible.join(', ')}.`
    throw new CarrierError(
      409,
      'MOVE_MAKES_NO_SENSE',
      `Shipment ${ref}, a ${shipment.kind}, is ${shipment.status} and cannot go to ${to}. ${instead}`,
    )
  }
  const moved = await recordMoves(context.pool, [{ shipment, to }], new Date())
  if (moved.length === 0)
    throw new CarrierError(409, 'MOVE_MAKES_NO_SENSE', `Shipment ${ref} has just moved to another place.`)
  context.events.sweepSoon()
  const now = await findShipment(context.pool, 'ref', ref)
  if (now === null) throw shipmentNotFound(ref)
  return now
}
