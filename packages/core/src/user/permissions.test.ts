import { expect, test } from 'vitest'
import { isPermitted, type Permission, permissions } from './permissions.ts'
import { roles } from './roles.ts'

const names = Object.keys(permissions) as Permission[]
const allowedTo = (permission: Permission) => roles.filter(role => isPermitted(role, permission)).join(' ')

test('a shopper may do nothing in the console, and an admin everything', () => {
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) {
    expect(isPermitted('shopper', name)).toBe(false)
    expect(isPermitted('admin', name)).toBe(true)
  }
})

test('every operator may look, so that nobody has to ask what is going on', () => {
  for (const name of names.filter(permission => permission.endsWith('.read')))
    expect(allowedTo(name)).toBe('support finance operations admin')
})

test('support cancels, asks for returns and has messages tried again, and repairs, resolves and confirms nothing', () => {
  const mayAct = names.filter(name => !name.endsWith('.read') && isPermitted('support', name))
  expect(mayAct).toEqual(['order.cancel', 'return.request', 'notification.retry'])
})

test('finance answers for money: it resolves, and it alone beside admin says that money was moved by hand', () => {
  const mayAct = names.filter(name => !name.endsWith('.read') && isPermitted('finance', name))
  expect(mayAct).toEqual(['incident.resolve', 'incident.settle-money'])
  expect(allowedTo('incident.settle-money')).toBe('finance admin')
})
