export const shipmentStatuses = [
  'registered',
  'handed-over',
  'in-transit',
  'delivered',
  'lost',
  'refused',
  'returned',
  'cancelled',
] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

export const parcelKinds = ['delivery', 'pick-up'] as const
export type ParcelKind = (typeof parcelKinds)[number]

type Moves = Readonly<Record<ShipmentStatus, readonly ShipmentStatus[]>>

const pickUpMoves: Moves = {
  registered: ['handed-over', 'cancelled'],
  'handed-over': ['in-transit', 'lost'],
  'in-transit': ['delivered', 'lost'],
  delivered: [],
  lost: [],
  refused: [],
  returned: [],
  cancelled: [],
}

/** A recipient can refuse a parcel; what is picked up for a return goes to the shop, which takes it. */
const moves: Readonly<Record<ParcelKind, Moves>> = {
  'pick-up': pickUpMoves,
  delivery: { ...pickUpMoves, 'in-transit': ['delivered', 'lost', 'refused'], refused: ['returned', 'lost'] },
}

/** Where a parcel can go from here when someone says so; the first is where it goes by itself. */
export const movesFrom = (kind: ParcelKind, status: ShipmentStatus): readonly ShipmentStatus[] => moves[kind][status]
