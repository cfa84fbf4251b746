import type { AloneUpTo } from '../policy.ts'
import type { Role } from '../user/roles.ts'

export const approvalKinds = [
  'wallet-adjustment',
  'refund',
  'return-without-goods',
  'settle-by-hand',
  'return-not-picked-up',
] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** Money for goods that nobody fetched, or said to have been moved elsewhere, is a refund by another name: one limit for all. */
const limitOf = {
  'wallet-adjustment': 'wallet-adjustment',
  refund: 'refund',
  'return-without-goods': 'refund',
  'settle-by-hand': 'refund',
  'return-not-picked-up': 'refund',
} as const satisfies Record<ApprovalKind, keyof AloneUpTo>

/** How much is moved, in or out. */
export const sizeOf = (amountMinor: bigint): bigint => (amountMinor < 0n ? -amountMinor : amountMinor)

/** The most that this role may do of this kind without a second pair of eyes, in minor units; a shopper nothing. */
const aloneUpTo = (limits: AloneUpTo, kind: ApprovalKind, role: Role): bigint => {
  const { supportMinor, financeMinor } = limits[limitOf[kind]]
  if (role === 'shopper') return 0n
  return role === 'finance' || role === 'admin' ? financeMinor : supportMinor
}

/** True where this role may do an act of this amount, in or out, alone. */
export const mayAlone = (limits: AloneUpTo, kind: ApprovalKind, role: Role, amountMinor: bigint): boolean =>
  sizeOf(amountMinor) <= aloneUpTo(limits, kind, role)

/** The most that this role may still do alone where this much was done alone already. */
export const leftAlone = (limits: AloneUpTo, kind: ApprovalKind, role: Role, doneMinor: bigint): bigint => {
  const most = aloneUpTo(limits, kind, role) - doneMinor
  return most > 0n ? most : 0n
}
