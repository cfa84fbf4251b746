import type { Policy } from '@makegood/core/policy'

/** How much one cart holds: units of one variant, and different variants. */
export type CartLimits = Pick<Policy, 'lineQuantityMax' | 'cartLinesMax'>
