import type { Permission } from '@makegood/core/user/permissions'

/** Where an operator can go. The words of a place are `adminPlaces.<name>`; a place without its page is shown to nobody. */
export type ConsolePlace = {
  readonly name: string
  readonly path: string
  readonly permission: Permission
  readonly built: boolean
}

/** The groups of the sidebar, in the order in which a day needs them. */
export const consoleGroups = [
  {
    name: 'now',
    places: [
      { name: 'today', path: '/admin', permission: 'order.read', built: true },
      { name: 'attention', path: '/admin/attention', permission: 'incident.read', built: true },
    ],
  },
  {
    name: 'selling',
    places: [
      { name: 'orders', path: '/admin/orders', permission: 'order.read', built: true },
      { name: 'shipments', path: '/admin/shipments', permission: 'order.read', built: true },
      { name: 'returns', path: '/admin/returns', permission: 'return.read', built: true },
      { name: 'customers', path: '/admin/customers', permission: 'customer.read', built: true },
    ],
  },
  {
    name: 'goods',
    places: [
      { name: 'products', path: '/admin/products', permission: 'catalogue.read', built: true },
      { name: 'stock', path: '/admin/stock', permission: 'catalogue.read', built: true },
      { name: 'coupons', path: '/admin/coupons', permission: 'coupon.read', built: true },
    ],
  },
  {
    name: 'books',
    places: [
      { name: 'money', path: '/admin/money', permission: 'money.read', built: true },
      { name: 'audit', path: '/admin/audit', permission: 'audit.read', built: true },
    ],
  },
  {
    name: 'running',
    places: [
      { name: 'system', path: '/admin/system', permission: 'system.read', built: true },
      { name: 'alerts', path: '/admin/alerts', permission: 'system.read', built: true },
      { name: 'settings', path: '/admin/settings', permission: 'settings.read', built: true },
      { name: 'team', path: '/admin/team', permission: 'team.read', built: true },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly places: readonly ConsolePlace[] }[]
