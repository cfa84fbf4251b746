import type { Permission } from '@makegood/core/user/permissions'
import type { Outputs } from '@/lib/trpc/router'

/** What an act on many has to know of each. */
export type ChosenOrder = NonNullable<Outputs['admin']['order']['match']['orders']>[number]
export type BulkAct = 'confirm' | 'retry' | 'cancel'

/** Which orders an act is for, and who may do it. */
export const bulkActs: Readonly<Record<BulkAct, { permission: Permission; fits: (order: ChosenOrder) => boolean }>> = {
  confirm: { permission: 'order.confirm', fits: order => order.status === 'PAID' },
  retry: { permission: 'incident.retry', fits: order => order.needsAttention },
  cancel: {
    permission: 'order.cancel',
    fits: order => ['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED', 'PREPARING'].includes(order.status),
  },
}
export const bulkActNames = ['confirm', 'retry', 'cancel'] as const
