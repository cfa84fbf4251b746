/** The parts of the account, in the order in which they are listed. */
export const accountPlaces = [
  ['overview', '/account'],
  ['orders', '/account/orders'],
  ['wallet', '/account/wallet'],
  ['coupons', '/account/coupons'],
  ['addresses', '/account/addresses'],
  ['notifications', '/account/notifications'],
  ['profile', '/account/profile'],
] as const
