import { type ConsolePlace, consoleGroups } from '../src/features/admin/console-places.ts'
import type { World } from './world.ts'

export type Stop = { readonly name: string; readonly path: string; readonly as: 'guest' | 'shopper' | 'operator' }

/** Every page of the shop, and the states in which one looks different. */
export const stops = (world: World): readonly Stop[] => [
  { name: 'home', path: '/', as: 'guest' },
  { name: 'list', path: '/products', as: 'guest' },
  { name: 'list-filtered', path: '/products?category=bowls&colour=celadon&sort=price-up', as: 'guest' },
  { name: 'list-found', path: '/products?q=%EC%9E%94', as: 'guest' },
  { name: 'list-empty', path: '/products?q=zzzz', as: 'guest' },
  { name: 'product', path: '/products/celadon-bowl', as: 'guest' },
  { name: 'product-mended', path: '/products/celadon-bowl-mended', as: 'guest' },
  { name: 'product-sold-out', path: '/products/sky-pitcher', as: 'guest' },
  { name: 'cart-empty', path: '/cart', as: 'guest' },
  { name: 'cart', path: '/cart', as: 'shopper' },
  { name: 'checkout', path: '/checkout', as: 'shopper' },
  { name: 'sign-in', path: '/sign-in', as: 'guest' },
  { name: 'sign-up', path: '/sign-up', as: 'guest' },
  { name: 'forgot-password', path: '/forgot-password', as: 'guest' },
  { name: 'find-order', path: '/orders/find', as: 'guest' },
  { name: 'delivery-and-returns', path: '/delivery-and-returns', as: 'guest' },
  { name: 'terms', path: '/terms', as: 'guest' },
  { name: 'privacy', path: '/privacy', as: 'guest' },
  { name: 'account', path: '/account', as: 'shopper' },
  { name: 'orders', path: '/account/orders', as: 'shopper' },
  { name: 'wallet', path: '/account/wallet', as: 'shopper' },
  { name: 'coupons', path: '/account/coupons', as: 'shopper' },
  { name: 'addresses', path: '/account/addresses', as: 'shopper' },
  { name: 'notifications', path: '/account/notifications', as: 'shopper' },
  { name: 'profile', path: '/account/profile', as: 'shopper' },
  { name: 'delete-account', path: '/account/delete', as: 'shopper' },
  { name: 'order-to-pay', path: `/orders/${world.toPay}`, as: 'shopper' },
  { name: 'order-declined', path: `/orders/${world.declined}`, as: 'shopper' },
  { name: 'order-preparing', path: `/orders/${world.preparing}`, as: 'shopper' },
  { name: 'receipt', path: `/orders/${world.preparing}/receipt`, as: 'shopper' },
  { name: 'order-delivered', path: `/orders/${world.delivered}`, as: 'shopper' },
  { name: 'order-returning', path: `/orders/${world.returning}`, as: 'shopper' },
  { name: 'order-cancelled', path: `/orders/${world.cancelled}`, as: 'shopper' },
  { name: 'not-found', path: '/no-such-page', as: 'guest' },
  ...consoleGroups.flatMap(({ places }) =>
    places.map(({ name, path }: ConsolePlace): Stop => ({ name: `console-${name}`, path, as: 'operator' })),
  ),
  { name: 'console-order', path: `/admin/orders/${world.declined}`, as: 'operator' },
]
