/** Why goods go back, as a shopper may say it. */
export const returnReasons = [
  'changed-mind',
  'arrived-broken',
  'wrong-item',
  'not-as-described',
  'never-arrived',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** With these reasons it was the shop that did wrong, or its carrier. */
export const shopsFaultReasons: readonly string[] = [
  'arrived-broken',
  'wrong-item',
  'not-as-described',
  'never-arrived',
] satisfies readonly ReturnReason[]

export const returnStatuses = ['REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED', 'REFUNDED', 'REJECTED'] as const
export type ReturnStatus = (typeof returnStatuses)[number]

/** In these states a return is still going on, and no other may begin. */
export const openReturnStatuses: readonly ReturnStatus[] = ['REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED']
