import type { ParcelKind, ShipmentStatus } from '@makegood/core/ports/carrier'
import { z } from 'zod'

export const shipmentStatus: z.ZodType<ShipmentStatus> = z.enum([
  'registered',
  'handed-over',
  'in-transit',
  'delivered',
  'lost',
  'refused',
  'returned',
  'cancelled',
])
export const parcelKind: z.ZodType<ParcelKind> = z.enum(['delivery', 'pick-up'])

const text = z.string().min(1)

const shipmentAnswer = z.object({
  shipmentRef: text,
  trackingNo: text,
  carrierName: text,
  trackingUrl: z.url({ protocol: /^https?$/ }),
  status: shipmentStatus,
  events: z.array(z.object({ status: shipmentStatus, at: z.iso.datetime().transform(at => new Date(at)) })),
})
const shipmentsAnswer = z.object({ shipments: z.array(shipmentAnswer) })
const refusal = z.object({ error: z.object({ code: text, message: z.string() }) })

/** The carrier answered, and not with what was asked for. */
export class CarrierRefusal extends Error {
  override readonly name = 'CarrierRefusal'
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

type Answered = { readonly status: number; readonly body: unknown }

const readAs = <Schema extends z.ZodType>(schema: Schema, { status, body }: Answered): z.output<Schema> => {
  if (status >= 200 && status < 300) {
    const read = schema.safeParse(body)
    if (read.success) return read.data
    throw new CarrierRefusal(status, 'unreadable', 'the answer is not what was asked for')
  }
  const read = refusal.safeParse(body)
  if (read.success) throw new CarrierRefusal(status, read.data.error.code, read.data.error.message)
  throw new CarrierRefusal(status, 'unexplained', 'no reason was given')
}

/** The shipment that the carrier answered with; throws `CarrierRefusal` where it did not. */
export const readShipment = (answered: Answered): z.output<typeof shipmentAnswer> => readAs(shipmentAnswer, answered)

export const readShipments = (answered: Answered): z.output<typeof shipmentsAnswer>['shipments'] =>
  readAs(shipmentsAnswer, answered).shipments
