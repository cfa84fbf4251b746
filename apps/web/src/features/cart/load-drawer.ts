/** The drawer's own code, fetched when somebody may soon want it, so that no page waits for it. */
export const loadDrawer = () => import('./cart-drawer').then(module => module.CartDrawer)
