import { expect, test } from 'vitest'
import { canCorrectAddress } from './decide-address.ts'

test.each(['REFUSED', 'RETURNED'])(
  'of a parcel that was %s the address is corrected while the order waits with it',
  parcel => {
    expect(canCorrectAddress('SHIPPING', parcel)).toBe(true)
  },
)

test.each(['RETURNED', 'REFUNDED', 'CANCELLED'] as const)(
  'an order that is %s goes nowhere: its address stays',
  status => {
    expect(canCorrectAddress(status, 'REFUSED')).toBe(false)
  },
)

test('a parcel that bears the address keeps it; before there is one it is corrected', () => {
  expect(canCorrectAddress('PREPARING', 'REGISTERED')).toBe(false)
  expect(canCorrectAddress('CONFIRMED', null)).toBe(true)
  expect(canCorrectAddress('COMPLETED', null)).toBe(false)
})
