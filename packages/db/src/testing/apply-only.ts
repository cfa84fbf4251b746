import type { ApplyApproval } from '../approval/decide-approval.ts'

const none = () => Promise.reject(new Error('a test asks for no approval of this kind'))
const nothing: ApplyApproval = {
  refund: none,
  'wallet-adjustment': none,
  'return-without-goods': none,
  'settle-by-hand': none,
  'return-not-picked-up': none,
}

/** What an approval of these kinds does; of any other kind a test asks for none. */
export const applyOnly = (some: Partial<ApplyApproval>): ApplyApproval => ({ ...nothing, ...some })
