import type { AloneUpTo } from '../policy.ts'
import type { Role } from '../user/roles.ts'

export const approvalKinds = ['wallet-adjustment', 'refund'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** The most that this role may do of this kind without a second pair of eyes, in minor units; a shopper nothing. */
export const aloneUpTo = (limits: AloneUpTo, kind: ApprovalKind, role: Role): bigint => {
  const { supportMinor, financeMinor } = limits[kind]
  if (role === 'shopper') return 0n
  return role === 'finance' || role === 'admin' ? financeMinor : supportMinor
}

/** True where this role may do an act of this amount, in or out, alone. */
export const mayAlone = (limits: AloneUpTo, kind: ApprovalKind, role: Role, amountMinor: bigint): boolean => {
  const size = amountMinor < 0n ? -amountMinor : amountMinor
  return size <= aloneUpTo(limits, kind, role)
}
