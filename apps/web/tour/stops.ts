import type { World } from './world.ts'

export type Stop = { readonly name: string; readonly path: string; readonly as: 'guest' | 'shopper' | 'operator' }

/** Every page of the shop, and the states in which one looks different. */
export const stops = (world: World): readonly Stop[] => [
  { name: 'home', path: '/', as: 'guest' },
  { name: 'list', path: '/products', as: 'guest' },
  { name: 'list-filtered', path: '/products?category=bowls&sort=price-up', as: 'guest' },
  { name: 'list-empty', path: '/products?q=zzzz', as: 'guest' },
  { name: 'product', path: '/products/celadon-bowl', as: 'guest' },
  { name: 'product-mended', path: '/products/celadon-bowl-mended', as: 'guest' },
  { name: 'cart-empty', path: '/cart', as: 'guest' },
  { name: 'cart', path: '/cart', as: 'shopper' },
  { name: 'checkout', path: '/checkout', as: 'shopper' },
  { name: 'sign-in', path: '/sign-in', as: 'guest' },
  { name: 'sign-up', path: '/sign-up', as: 'guest' },
  { name: 'orders', path: '/orders', as: 'shopper' },
  { name: 'order-to-pay', path: `/orders/${world.toPay}`, as: 'shopper' },
  { name: 'order-declined', path: `/orders/${world.declined}`, as: 'shopper' },
  { name: 'order-preparing', path: `/orders/${world.preparing}`, as: 'shopper' },
  { name: 'order-delivered', path: `/orders/${world.delivered}`, as: 'shopper' },
  { name: 'order-returning', path: `/orders/${world.returning}`, as: 'shopper' },
  { name: 'order-cancelled', path: `/orders/${world.cancelled}`, as: 'shopper' },
  { name: 'not-found', path: '/no-such-page', as: 'guest' },
  { name: 'console-orders', path: '/admin', as: 'operator' },
  { name: 'console-order', path: `/admin/orders/${world.declined}`, as: 'operator' },
]
