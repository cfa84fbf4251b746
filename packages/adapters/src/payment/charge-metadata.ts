import type { ChargeIds, ChargeRequest } from '@makegood/core/ports/payment-gateway'
import { z } from 'zod'
import { GatewayMisuseError } from './gateway-misuse-error.ts'

const filled = z.string().min(1)
const ids = { orderId: filled.optional(), paymentId: filled.optional(), topUpId: filled.optional() }
const ownNames = new Set(['key', ...Object.keys(ids)])

/** The ids that are there, and no name without a value. */
export const writeIds = ({
  orderId,
  paymentId,
  topUpId,
}: {
  readonly [Name in keyof ChargeIds]: ChargeIds[Name] | undefined
}): ChargeIds => ({
  ...(orderId === undefined ? {} : { orderId }),
  ...(paymentId === undefined ? {} : { paymentId }),
  ...(topUpId === undefined ? {} : { topUpId }),
})

/** What the shop wrote at a charge: the key, and the payment or the top-up that it is for. What lacks these is not the shop's. */
export const chargeMetadata = z
  .object({ key: filled, ...ids })
  .refine(({ paymentId, topUpId }) => paymentId !== undefined || topUpId !== undefined)
  .transform(({ key, ...rest }) => ({ key, ...writeIds(rest) }))

export const refundMetadata = z
  .object({ key: filled, ...ids })
  .transform(({ key, ...rest }) => ({ refundKey: key, ...writeIds(rest) }))

/** What is written at a charge; throws where nothing says what it is for, because its events could reach nobody. */
export const writeChargeMetadata = (request: ChargeRequest): Record<string, string> => {
  const { key, reference = {} } = request
  if (request.paymentId === undefined && request.topUpId === undefined) {
    throw new GatewayMisuseError(`The charge ${key} must name the payment or the top-up that it is for.`)
  }
  const taken = Object.keys(reference).find(name => ownNames.has(name))
  if (taken !== undefined)
    throw new GatewayMisuseError(`The reference of a charge cannot carry ${taken}: that is an id.`)
  return { ...reference, ...writeIds(request), key }
}
