import { permissions } from '@makegood/core/user/permissions'
import { roles } from '@makegood/core/user/roles'
import { expect, test } from 'vitest'
import { consoleGroups } from './console-places'
import { findPlaceAt, findPlaces } from './find-places'

test('a shopper is shown no place, and every operator only what the role may open', () => {
  expect(findPlaces('shopper')).toEqual([])
  for (const role of roles.filter(each => each !== 'shopper'))
    for (const { places } of findPlaces(role))
      for (const { permission } of places) expect(permissions[permission]).toContain(role)
  const orders = findPlaces('support').flatMap(group => group.places.map(({ name }) => name))
  expect(orders).toContain('orders')
})

test('an address lies in the place whose path it begins with, and under /admin alone lies only Today', () => {
  expect(findPlaceAt('/admin')).toBe('today')
  expect(findPlaceAt('/admin/orders/ord_1')).toBe('orders')
  expect(findPlaceAt('/admin/orders-of-old')).toBeNull()
  expect(findPlaceAt('/admin/nothing')).toBeNull()
  for (const { places } of consoleGroups) for (const { name, path } of places) expect(findPlaceAt(path)).toBe(name)
})
