import type { Permission } from '@makegood/core/user/permissions'

/** Where an operator can go. The words of a place are `adminPlaces.<name>`. */
export type ConsolePlace = {
  readonly name: string
  readonly path: string
  readonly permission: Permission
}

/** The groups of the sidebar, in the order in which a day needs them. */
export const consoleGroups = [
  {
    name: 'now',
    places: [
      { name: 'today', path: '/admin', permission: 'order.read' },
      { name: 'attention', path: '/admin/attention', permission: 'incident.read' },
      { name: 'approvals', path: '/admin/customers/approvals', permission: 'approval.read' },
    ],
  },
  {
    name: 'selling',
    places: [
      { name: 'orders', path: '/admin/orders', permission: 'order.read' },
      { name: 'shipments', path: '/admin/shipments', permission: 'order.read' },
      { name: 'returns', path: '/admin/returns', permission: 'return.read' },
      { name: 'customers', path: '/admin/customers', permission: 'customer.read' },
    ],
  },
  {
    name: 'goods',
    places: [
      { name: 'products', path: '/admin/products', permission: 'catalogue.read' },
      { name: 'stock', path: '/admin/stock', permission: 'catalogue.read' },
      { name: 'coupons', path: '/admin/coupons', permission: 'coupon.read' },
    ],
  },
  {
    name: 'books',
    places: [
      { name: 'money', path: '/admin/money', permission: 'money.read' },
      { name: 'audit', path: '/admin/audit', permission: 'audit.read' },
    ],
  },
  {
    name: 'running',
    places: [
      { name: 'system', path: '/admin/system', permission: 'system.read' },
      { name: 'alerts', path: '/admin/alerts', permission: 'system.read' },
      { name: 'settings', path: '/admin/settings', permission: 'settings.read' },
      { name: 'team', path: '/admin/team', permission: 'team.read' },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly places: readonly ConsolePlace[] }[]
