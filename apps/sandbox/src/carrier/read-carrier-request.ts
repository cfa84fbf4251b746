import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Once } from '../gateway/gateway-context.ts'
import { fingerprintOf } from '../gateway/perform-once.ts'
import { CarrierError } from './carrier-error.ts'
import { parcelKinds, shipmentStatuses } from './shipment-moves.ts'

const text = (max: number) => z.string().trim().min(1).max(max)

export const registerBody = z.strictObject({
  orderId: text(255),
  parcel: z.strictObject({
    kind: z.enum(parcelKinds),
    recipient: text(80),
    phone: text(30),
    postcode: text(20),
    address1: text(200),
    address2: z.string().max(200),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('KR'),
    note: z.string().max(200).default(''),
  }),
  items: z.number().int().min(1).max(1_000_000),
})
export type RegisterBody = z.infer<typeof registerBody>

export const keyQuery = z.strictObject({ key: text(255) })
export const shipmentsQuery = z.strictObject({ orderId: text(255).optional() })
export const moveBody = z.strictObject({ to: z.enum(shipmentStatuses) })

/** Reads a body or a query strictly; what is missing, wrong or not known is refused in one sentence. */
export const readCarrierRequest = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> => {
  const read = schema.safeParse(input ?? {})
  if (read.success) return read.data
  throw new CarrierError(400, 'INVALID_REQUEST', z.prettifyError(read.error))
}

/** Who asks, as far as idempotency goes. The keys of the carrier are kept apart from those of the gateway. */
export const readOnce = (request: FastifyRequest): Once => {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '' || key.length > 255) {
    throw new CarrierError(400, 'IDEMPOTENCY_KEY_MISSING', 'An Idempotency-Key of 1 to 255 characters is required.')
  }
  return { key, fingerprint: fingerprintOf(request.url, request.body), requestId: request.id }
}
