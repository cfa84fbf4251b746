import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money.ts'
import { addressSchema } from './inputs.ts'
import { orderStatuses } from './order-states.ts'
import { orderLineViewSchema } from './views.ts'

export const listOrdersInput = z.strictObject({
  status: z.enum(orderStatuses).optional(),
  /** The last row's cursor of the page before; pages are by key, so a page costs the same however deep it is. */
  cursor: z.string().max(100).optional(),
})

export const orderRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  placedAt: z.iso.datetime(),
  email: z.string(),
  recipient: z.string(),
  total: wireMoneySchema,
  itemCount: z.int(),
  needsAttention: z.boolean(),
})

export const orderPageSchema = z.object({ orders: z.array(orderRowSchema), nextCursor: z.string().nullable() })

export const sagaStepViewSchema = z.object({
  stepId: z.string(),
  kind: z.enum(['undoable', 'pivot', 'forward-only']),
  status: z.enum(['STARTED', 'DONE', 'REFUSED', 'FAILED']),
  attempts: z.int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  result: z.unknown(),
  error: z.string().nullable(),
  undoStatus: z.enum(['DONE', 'FAILED']).nullable(),
  undoAttempts: z.int(),
  undoError: z.string().nullable(),
  undoneAt: z.iso.datetime().nullable(),
})

export const sagaViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['RUNNING', 'COMPLETED', 'UNDONE', 'NEEDS_ATTENTION']),
  correlationId: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  steps: z.array(sagaStepViewSchema),
})
export type SagaView = z.infer<typeof sagaViewSchema>

export const operatorOrderViewSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  version: z.int(),
  placedAt: z.iso.datetime(),
  email: z.string(),
  locale: z.string(),
  address: addressSchema,
  total: wireMoneySchema,
  correlationId: z.string(),
  needsAttention: z.boolean(),
  lines: z.array(orderLineViewSchema),
  history: z.array(
    z.object({
      version: z.int(),
      fromStatus: z.string().nullable(),
      toStatus: z.string(),
      reason: z.string(),
      mover: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  payments: z.array(
    z.object({
      id: z.string(),
      attempt: z.int(),
      status: z.enum(['OPEN', 'SUCCEEDED', 'DECLINED', 'FAILED', 'REFUNDED']),
      amount: wireMoneySchema,
      chargeRef: z.string().nullable(),
      refundRef: z.string().nullable(),
      failureReason: z.string().nullable(),
      gatewayCode: z.string().nullable(),
      openedAt: z.iso.datetime(),
      settledAt: z.iso.datetime().nullable(),
    }),
  ),
  sagas: z.array(sagaViewSchema),
  incidents: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      stepId: z.string(),
      detail: z.string(),
      openedAt: z.iso.datetime(),
      resolvedAt: z.iso.datetime().nullable(),
    }),
  ),
})
export type OperatorOrderView = z.infer<typeof operatorOrderViewSchema>
