import { expect, test } from 'vitest'
import { findAddressRefusal } from './decide-address.ts'

test.each(['REFUSED', 'RETURNED'])(
  'of a parcel that was %s the address is corrected while the order waits with it',
  parcel => {
    expect(findAddressRefusal('SHIPPING', parcel)).toBeNull()
  },
)

test.each(['DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED', 'CANCELLED'] as const)(
  'an order that is %s goes nowhere: its address stays, and that is said, whatever became of its parcel',
  status => {
    for (const parcel of [null, 'REFUSED', 'DELIVERED'])
      expect(findAddressRefusal(status, parcel)).toBe('address-not-needed')
  },
)

test('a parcel that bears the address keeps it; before there is one it is corrected', () => {
  expect(findAddressRefusal('PREPARING', 'REGISTERED')).toBe('address-on-label')
  expect(findAddressRefusal('SHIPPING', 'LOST')).toBe('address-on-label')
  expect(findAddressRefusal('CONFIRMED', 'REGISTERED')).toBe('address-on-label')
  expect(findAddressRefusal('CONFIRMED', null)).toBeNull()
})
