import { z } from 'zod'
import { waitingApprovalSchema } from '../approval/views.ts'
import { consequencesSchema } from '../console/consequences.ts'
import { orderStatuses } from '../order/order-states.ts'
import { returnStatuses } from './return-reasons.ts'
import { returnViewSchema } from './views.ts'

const ofOrder = z.object({ id: z.string(), number: z.string(), status: z.enum(orderStatuses), recipient: z.string() })

export const returnRowSchema = z.object({
  id: z.string(),
  status: z.enum(returnStatuses),
  reason: z.string(),
  units: z.int(),
  refund: returnViewSchema.shape.refund,
  requestedAt: z.iso.datetime(),
  order: ofOrder,
})
export const returnPageSchema = z.object({
  returns: z.array(returnRowSchema),
  nextCursor: z.string().nullable(),
  /** How many are in each state, up to one more than a board shows. */
  counts: z.record(z.enum(returnStatuses), z.int()),
})

/** What one act would do now; `refusal` is `return-moved-on` where the return is in another state, `approval-waiting` while somebody else is asked. */
export const returnActSchema = z.object({
  refusal: z.enum(['return-moved-on', 'approval-waiting']).nullable(),
  consequences: consequencesSchema,
})
export type ReturnActView = z.infer<typeof returnActSchema>

export const operatorReturnViewSchema = returnViewSchema.extend({
  order: ofOrder.extend({ version: z.int() }),
  requestedBy: z.string(),
  /** By name, where it still is one's: of what was asked for, who agreed to it. */
  decidedBy: z.string().nullable(),
  /** False where receiving it now wants a second pair of eyes: no carrier has picked it up, and it is above the limit of who looks. */
  receivesAlone: z.boolean(),
  /** False where accepting it without the goods wants a second pair of eyes: it is above the limit of who looks. */
  acceptsWithoutGoodsAlone: z.boolean(),
  /** What waits for a second pair of eyes about it. */
  approvals: z.array(waitingApprovalSchema),
  acts: z.object({
    accept: returnActSchema,
    acceptWithoutGoods: returnActSchema,
    reject: returnActSchema,
    receive: returnActSchema,
  }),
})
export type OperatorReturnView = z.infer<typeof operatorReturnViewSchema>
