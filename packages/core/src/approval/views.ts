import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { approvalKinds } from './may-alone.ts'

export const approvalStates = ['WAITING', 'APPLIED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const
export type ApprovalState = (typeof approvalStates)[number]

const person = z.object({ id: z.string(), name: z.string() })

export const approvalViewSchema = z.object({
  id: z.string(),
  kind: z.enum(approvalKinds),
  state: z.enum(approvalStates),
  /** Whose wallet it is about, or who placed its order; null where that is a guest. */
  customer: person.nullable(),
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  /** Whom a guest's order goes to; null where an account placed it. */
  guest: z.string().nullable(),
  /** Of what is said to have been settled by hand: what the outside calls it, for whoever decides to look it up. */
  incident: z.object({ id: z.string(), reference: z.string().nullable() }).nullable(),
  /** Below zero where it takes money from the customer. */
  amount: wireMoneySchema,
  reason: z.string(),
  requestedBy: person,
  requestedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  decidedBy: person.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decisionReason: z.string(),
})
export type ApprovalView = z.infer<typeof approvalViewSchema>

/** One that waits, as Today and its order's page show it. */
export const waitingApprovalSchema = z.object({
  id: z.string(),
  kind: z.enum(approvalKinds),
  amount: wireMoneySchema,
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  customerName: z.string().nullable(),
  /** The return that it is about, where it is about one. */
  returnId: z.string().nullable(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  /** True where whoever looks may decide it: by role, and somebody else asked. */
  toDecide: z.boolean(),
})
export type WaitingApprovalView = z.infer<typeof waitingApprovalSchema>

export const approvalPageSchema = z.object({
  approvals: z.array(approvalViewSchema),
  nextCursor: z.string().nullable(),
})

/** What became of an act with a limit: done at once, or waiting for somebody else. */
export const limitedActSchema = z.object({ outcome: z.enum(['applied', 'waiting']), approvalId: z.string().nullable() })
