import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { walletEntryKinds } from './decide-wallet-change.ts'

export const walletViewSchema = z.object({
  balance: wireMoneySchema,
  /** The bounds of one top-up. */
  topUpMin: wireMoneySchema,
  topUpMax: wireMoneySchema,
})

export const walletEntryViewSchema = z.object({
  /** 1 for the wallet's first entry, without a gap. */
  version: z.int(),
  kind: z.enum(walletEntryKinds),
  /** Below zero where money went out. */
  amount: wireMoneySchema,
  balanceAfter: wireMoneySchema,
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  at: z.iso.datetime(),
})

export const walletEntryPageSchema = z.object({
  entries: z.array(walletEntryViewSchema),
  nextCursor: z.string().nullable(),
})

export const topUpStatuses = ['OPEN', 'SUCCEEDED', 'DECLINED', 'FAILED', 'REFUNDED'] as const

export const topUpViewSchema = z.object({
  id: z.string(),
  amount: wireMoneySchema,
  status: z.enum(topUpStatuses),
  /** Where the shopper approves the charge (3-D Secure), while that is asked. */
  actionUrl: z.string().nullable(),
  /** For a top-up that took no money why: a DeclineReason, or `gateway-trouble`. */
  failureReason: z.string().nullable(),
  openedAt: z.iso.datetime(),
})
export type TopUpView = z.infer<typeof topUpViewSchema>
