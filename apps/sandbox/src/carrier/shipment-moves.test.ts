import { expect, test } from 'vitest'
import { movesFrom, type ParcelKind, parcelKinds, type ShipmentStatus, shipmentStatuses } from './shipment-moves.ts'

const byItself = (kind: ParcelKind, from: ShipmentStatus): ShipmentStatus[] => {
  const next = movesFrom(kind, from)[0]
  return next === undefined ? [] : [next, ...byItself(kind, next)]
}

test.each(parcelKinds)('a %s that nobody touches is delivered', kind => {
  expect(byItself(kind, 'registered')).toEqual(['handed-over', 'in-transit', 'delivered'])
})

test('a refused delivery comes back to the shop by itself; a pick-up cannot be refused', () => {
  expect(byItself('delivery', 'refused')).toEqual(['returned'])
  for (const status of shipmentStatuses) expect(movesFrom('pick-up', status)).not.toContain('refused')
})

test.each(parcelKinds)(
  'a %s can be cancelled only before it is picked up, and nothing leads away from the end',
  kind => {
    expect(shipmentStatuses.filter(status => movesFrom(kind, status).includes('cancelled'))).toEqual(['registered'])
    for (const end of ['delivered', 'lost', 'returned', 'cancelled'] as const) expect(movesFrom(kind, end)).toEqual([])
  },
)
