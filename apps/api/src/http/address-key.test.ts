import { expect, test } from 'vitest'
import { addressKey } from './address-key.ts'

test('every address of one IPv6 /64 is one key, and an IPv4 address is itself however it is written', () => {
  expect(addressKey('2001:db8:1:2:aaaa::1')).toBe(addressKey('2001:0db8:1:2:ffff:1:2:3'))
  expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'))
  expect(addressKey('::ffff:10.0.0.7')).toBe('10.0.0.7')
  expect(addressKey('10.0.0.7')).toBe('10.0.0.7')
  expect(addressKey('::1')).toBe('0:0:0:0::/64')
  expect(addressKey('not an address')).toBe('unknown')
})
