import { type Role, roles } from './roles.ts'

const everyOperator = roles.filter(role => role !== 'shopper')

/** Which roles may do what in the console. What is not here nobody may do. */
export const permissions = {
  'order.read': everyOperator,
  'order.confirm': ['operations', 'admin'],
  'order.cancel': ['support', 'operations', 'admin'],
  /** A file of shoppers' names and addresses leaves the shop. */
  'order.export': ['finance', 'operations', 'admin'],
  'order.refund': ['finance', 'operations', 'admin'],
  'order.hand-over': ['operations', 'admin'],
  'order.correct-address': ['support', 'operations', 'admin'],
  'order.note': everyOperator,
  /** To let everything that the shop does by itself for one order stand still, and go on. */
  'order.pause': ['operations', 'admin'],
  'view.use': everyOperator,
  'view.share': ['operations', 'admin'],

  'return.read': everyOperator,
  /** To ask for a return in a shopper's name: a parcel that was lost, a call on the telephone. */
  'return.request': ['support', 'operations', 'admin'],
  'return.decide': ['operations', 'admin'],
  'return.receive': ['operations', 'admin'],

  'catalogue.read': everyOperator,
  /** All prices and stock as one file. */
  'catalogue.export': ['finance', 'operations', 'admin'],
  'catalogue.write': ['operations', 'admin'],
  'stock.write': ['operations', 'admin'],

  'coupon.read': everyOperator,
  'coupon.manage': ['operations', 'admin'],

  'notification.read': everyOperator,
  'notification.retry': ['support', 'operations', 'admin'],

  'saga.read': everyOperator,
  /** Alerts, the engine's health, jobs and circuits: how the shop runs. */
  'system.read': everyOperator,
  'alert.acknowledge': ['operations', 'admin'],
  'audit.read': everyOperator,
  'audit.export': ['finance', 'admin'],
  'settings.read': everyOperator,
  'incident.read': everyOperator,
  'incident.retry': ['operations', 'admin'],
  'incident.resume': ['operations', 'admin'],
  'incident.undo': ['operations', 'admin'],
  'incident.resolve': ['finance', 'operations', 'admin'],
  /** To say that a step was done outside of the shop; whoever says it of money answers for the books. */
  'incident.settle': ['operations', 'admin'],
  'incident.settle-money': ['finance', 'admin'],

  /** Reviews of gateway, ledger, orders, stock, coupons and wallet. */
  'money.read': everyOperator,
  'money.reconcile': ['finance', 'operations', 'admin'],
  'money.repair': ['finance', 'admin'],

  /** One's own second factor and sessions; also before a second factor is set up. */
  'self.manage': everyOperator,
  'team.read': everyOperator,
  'team.manage': ['admin'],

  'customer.read': everyOperator,
  'customer.note': everyOperator,
  /** Up to an amount alone, above it with a second pair of eyes. */
  'wallet.adjust': ['support', 'finance', 'admin'],
  'approval.read': everyOperator,
  'approval.decide': ['finance', 'admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** True where this role may do this; a shopper may do nothing of it. */
export const isPermitted = (role: Role, permission: Permission): boolean => {
  const permitted: readonly Role[] = permissions[permission]
  return permitted.includes(role)
}
