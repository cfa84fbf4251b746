import { z } from 'zod'
import { addressViewSchema } from '../address/views.ts'
import { cancellationViewSchema } from '../cancellation/views.ts'
import { consequencesSchema } from '../console/consequences.ts'
import { errorCodes } from '../errors.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { refundViewSchema } from '../refund/views.ts'
import { returnViewSchema } from '../return/views.ts'
import { incidentRowSchema } from '../saga/incident-views.ts'
import { sagaViewSchema } from '../saga/saga-views.ts'
import { shipmentViewSchema } from '../shipment/views.ts'
import { orderStatuses } from './order-states.ts'
import { orderDeliverySchema, orderLineViewSchema } from './views.ts'

/** What one act would do now; `refusal` is the code with which it would be refused, null where it would not. */
export const orderActSchema = z.object({
  refusal: z.enum(Object.keys(errorCodes) as [keyof typeof errorCodes]).nullable(),
  consequences: consequencesSchema,
})
export type OrderActView = z.infer<typeof orderActSchema>

export const operatorOrderViewSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  version: z.int(),
  placedAt: z.iso.datetime(),
  email: z.string(),
  locale: z.string(),
  address: addressViewSchema,
  goods: wireMoneySchema,
  discount: wireMoneySchema,
  delivery: orderDeliverySchema,
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
      /** The operator who moved it, by name. */
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  payments: z.array(
    z.object({
      id: z.string(),
      attempt: z.int(),
      status: z.enum(['OPEN', 'SUCCEEDED', 'DECLINED', 'FAILED', 'REFUNDED']),
      amount: wireMoneySchema,
      card: wireMoneySchema,
      wallet: wireMoneySchema,
      chargeRef: z.string().nullable(),
      refundRef: z.string().nullable(),
      failureReason: z.string().nullable(),
      gatewayCode: z.string().nullable(),
      openedAt: z.iso.datetime(),
      settledAt: z.iso.datetime().nullable(),
    }),
  ),
  sagas: z.array(sagaViewSchema),
  incidents: z.array(incidentRowSchema.omit({ order: true })),
  cancellations: z.array(cancellationViewSchema.extend({ reason: z.string() })),
  returns: z.array(returnViewSchema),
  /** `sourceId`: of what asked for it, by which its saga is known. */
  refunds: z.array(refundViewSchema.extend({ sourceId: z.string() })),
  shipments: z.array(
    shipmentViewSchema.extend({ id: z.string(), kind: z.enum(['DELIVERY', 'PICK_UP']), shipmentRef: z.string() }),
  ),
  limits: z.array(
    z.object({ kind: z.string(), dueAt: z.iso.datetime(), outcome: z.enum(['enforced', 'moot']).nullable() }),
  ),
  takenUpFrom: z.string().nullable(),
  /** Who has paused it, and why; null where it goes on. */
  pause: z.object({ id: z.string(), by: z.string(), reason: z.string(), pausedAt: z.iso.datetime() }).nullable(),
  /** Why it cannot be paused now; null where it can. */
  pauseRefusal: z.enum(Object.keys(errorCodes) as [keyof typeof errorCodes]).nullable(),
  /** What an operator may do with the order now, and what that would do. */
  acts: z.object({ confirm: orderActSchema, cancel: orderActSchema }),
})
export type OperatorOrderView = z.infer<typeof operatorOrderViewSchema>
