import type { Permission } from '@makegood/core/user/permissions'
import type { Outputs } from '@/lib/trpc/router'

/** What an act on many has to know of each. */
export type ChosenOrder = NonNullable<Outputs['admin']['order']['match']['orders']>[number]
export type BulkAct = 'confirm' | 'retry' | 'undo' | 'cancel'

/** Which orders an act is for, and who may do it. */
export const bulkActs: Readonly<Record<BulkAct, { permission: Permission; fits: (order: ChosenOrder) => boolean }>> = {
  confirm: { permission: 'order.confirm', fits: order => order.status === 'PAID' },
  retry: { permission: 'incident.retry', fits: order => order.needsAttention },
  undo: { permission: 'incident.undo', fits: order => order.needsAttention },
  cancel: {
    permission: 'order.cancel',
    fits: order => ['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED', 'PREPARING'].includes(order.status),
  },
}
export const bulkActNames = ['confirm', 'retry', 'undo', 'cancel'] as const

/** What goes back in all where these are cancelled: of those that are paid, all of it. */
export const moneyBackOf = (orders: readonly ChosenOrder[]): bigint =>
  orders.reduce((sum, { payment, total }) => (payment === 'paid' ? sum + BigInt(total.amountMinor) : sum), 0n)
