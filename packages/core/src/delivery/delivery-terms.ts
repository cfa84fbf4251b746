import type { z } from 'zod'
import { homeCountry } from '../address/countries.ts'
import type { deliveryTermsSchema } from './delivery-terms-schema.ts'

export const deliveryMethods = ['standard', 'express'] as const
export type DeliveryMethod = (typeof deliveryMethods)[number]

/** How a parcel shall travel, and to which country. */
export type DeliveryChoice = { readonly method: DeliveryMethod; readonly country: string }

export const standardDelivery: DeliveryChoice = { method: 'standard', country: homeCountry }

/** Working days from the order to the door, both included. */
export type DayRange = { readonly min: number; readonly max: number }

/** What the shop asks for delivery, in minor units of its currency, and how long it takes. */
export type DeliveryTerms = {
  readonly standardMinor: bigint
  /** Goods less discount from which standard delivery at home is free. */
  readonly freeFromMinor: bigint
  readonly expressMinor: bigint
  readonly abroadMinor: bigint
  readonly days: { readonly standard: DayRange; readonly express: DayRange; readonly abroad: DayRange }
}

export type WireDeliveryTerms = z.infer<typeof deliveryTermsSchema>

export const toWireDeliveryTerms = (terms: DeliveryTerms): WireDeliveryTerms => ({
  standardMinor: terms.standardMinor.toString(),
  freeFromMinor: terms.freeFromMinor.toString(),
  expressMinor: terms.expressMinor.toString(),
  abroadMinor: terms.abroadMinor.toString(),
  days: terms.days,
})

export const fromWireDeliveryTerms = (wire: WireDeliveryTerms): DeliveryTerms => ({
  standardMinor: BigInt(wire.standardMinor),
  freeFromMinor: BigInt(wire.freeFromMinor),
  expressMinor: BigInt(wire.expressMinor),
  abroadMinor: BigInt(wire.abroadMinor),
  days: wire.days,
})
