import { createHash } from 'node:crypto'
import { seedId } from '../seed-id.ts'
import type { StoryOrder } from './plan-story.ts'

/** What belongs to an order of the story is named after it. */
export const cancellationIdOf = ({ id }: StoryOrder): string => seedId('cancellation', id)
export const returnIdOf = ({ id }: StoryOrder): string => seedId('return', id)
export const refundIdOf = ({ id }: StoryOrder): string => seedId('refund', id)
export const parcelIdOf = ({ id }: StoryOrder): string => seedId('shipment', id)
export const pickUpIdOf = ({ id }: StoryOrder): string => seedId('shipment', `${id} back`)
export const incidentIdOf = ({ id }: StoryOrder): string => seedId('incident', id)
export const personIdOf = (email: string): string => `story-${email.split('@')[0]}`

const twelve = 1_000_000_000_000n

/** Twelve digits, as carriers print them. */
export const trackingNoOf = (parcelId: string): string =>
  (BigInt(`0x${createHash('sha256').update(parcelId).digest('hex').slice(0, 15)}`) % twelve)
    .toString()
    .padStart(12, '1')

/** The keys under which the shop asked the outside, as its sagas make them. */
export const chargeKeyOf = ({ paymentId }: StoryOrder): string => `pay-order:${paymentId}:charge-card`
export const parcelKeyOf = ({ id }: StoryOrder): string => `fulfil-order:${id}:register-shipment`
export const pickUpKeyOf = (order: StoryOrder): string => `return-order:${returnIdOf(order)}:register-pick-up`
/** What the carrier calls the parcel that brings an order's goods back. */
export const pickUpRefOf = ({ shipmentRef }: StoryOrder): string => `${shipmentRef}b`
/** What the gateway calls the refund of an order's charge. */
export const refundRefOf = ({ chargeRef }: StoryOrder): string => chargeRef.replace(/^pi_/, 're_')
