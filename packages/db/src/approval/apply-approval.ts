import { applyAdjustment } from '../wallet/adjust-wallet.ts'
import type { ApplyApproval } from './decide-approval.ts'

/** What each kind of request does once it is approved. A refund is planned by whoever builds the map, with its own operation. */
export const applyWalletAdjustment: ApplyApproval['wallet-adjustment'] = async (tx, approval) => {
  if (approval.userId === null) throw new Error(`the request ${approval.id} names no customer`)
  const { id: adjustmentId, userId, amountMinor, currency } = approval
  await applyAdjustment(tx, { adjustmentId, userId, amountMinor, currency })
}
