import { z } from 'zod'
import { ownAddressSchema } from '../address/views.ts'
import { approvalViewSchema } from '../approval/views.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { orderStatuses } from '../order/order-states.ts'
import { roles } from '../user/roles.ts'

const moment = z.iso.datetime()

export const customerRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  since: moment,
  orders: z.int(),
  lastOrderAt: moment.nullable(),
  wallet: wireMoneySchema.nullable(),
  needsAttention: z.boolean(),
})
export type CustomerRow = z.infer<typeof customerRowSchema>

export const guestRowSchema = z.object({
  email: z.string(),
  name: z.string(),
  lastOrderId: z.string(),
  lastOrderAt: moment,
})
export type GuestRow = z.infer<typeof guestRowSchema>

export const customerPageSchema = z.object({
  customers: z.array(customerRowSchema),
  /** Those without an account, only where something was searched for. */
  guests: z.array(guestRowSchema),
  nextCursor: z.string().nullable(),
  /** True where a search found more than is shown: more letters find less. */
  hasMore: z.boolean(),
})

export const customerOrderSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  placedAt: moment,
  total: wireMoneySchema,
  /** The saga that was at work last, and how it stands. */
  saga: z.object({ name: z.string(), status: z.string() }).nullable(),
  openProblems: z.int(),
})
export type CustomerOrder = z.infer<typeof customerOrderSchema>

export const customerMessageSchema = z.object({
  id: z.string(),
  template: z.string(),
  channel: z.string(),
  status: z.string(),
  orderId: z.string().nullable(),
  at: moment,
})

export const customerSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  locale: z.string(),
  since: moment,
  isRemoved: z.boolean(),
  wallet: wireMoneySchema.nullable(),
  orders: z.array(customerOrderSchema),
  coupons: z.array(
    z.object({ id: z.string(), nameKo: z.string(), nameEn: z.string(), status: z.string(), claimedAt: moment }),
  ),
  addresses: z.array(ownAddressSchema),
  messages: z.array(customerMessageSchema),
  notes: z.array(z.object({ id: z.string(), author: z.string(), text: z.string(), at: moment })),
  approvals: z.array(approvalViewSchema),
  /** What the one who asks may put in or take out alone. */
  aloneUpTo: wireMoneySchema,
})
export type CustomerView = z.infer<typeof customerSchema>

export const guestSchema = z.object({
  email: z.string(),
  name: z.string(),
  orders: z.array(customerOrderSchema),
  messages: z.array(customerMessageSchema),
})
export type GuestView = z.infer<typeof guestSchema>
