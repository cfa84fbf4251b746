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

test('support helps shoppers and repairs, resolves, decides and confirms nothing', () => {
  const mayAct = names.filter(name => !name.endsWith('.read') && isPermitted('support', name))
  for (const name of ['order.cancel', 'return.request', 'notification.retry', 'customer.note', 'wallet.adjust'])
    expect(mayAct).toContain(name)
  for (const name of mayAct)
    expect(name).not.toMatch(
      /^(incident|team|approval|coupon|catalogue|stock)\.|^(order\.confirm|return\.(decide|receive))$/,
    )
})

test('finance answers for money: it resolves, and it alone beside admin says that money was moved by hand', () => {
  for (const name of ['incident.resolve', 'wallet.adjust'] as const) expect(isPermitted('finance', name)).toBe(true)
  for (const name of ['incident.settle-money', 'approval.decide'] as const)
    expect(allowedTo(name)).toBe('finance admin')
  expect(isPermitted('finance', 'incident.undo')).toBe(false)
})

test('who works here is an admin’s to say', () => {
  expect(allowedTo('team.manage')).toBe('admin')
})
