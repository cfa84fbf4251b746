import type { Permission } from '../user/permissions.ts'

/**
 * What a person can do in the outside world in a saga's place: these steps and undos (`undo:<step>`) can be settled by
 * hand, and with which permission. Everything else happens in the shop's own database, where only the shop can do it.
 */
export const byHandSteps = {
  'refund-card': 'incident.settle-money',
  'refund-late-charge': 'incident.settle-money',
  'undo:charge-card': 'incident.settle-money',
  'undo:charge-top-up': 'incident.settle-money',
  'cancel-shipment': 'incident.settle',
  'register-pick-up': 'incident.settle',
  'undo:register-shipment': 'incident.settle',
} as const satisfies Record<string, Permission>

export type ByHandStep = keyof typeof byHandSteps

export const isByHandStep = (stepId: string): stepId is ByHandStep => Object.hasOwn(byHandSteps, stepId)
