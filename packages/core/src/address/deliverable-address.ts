import type { z } from 'zod'
import { homeCountry } from '../delivery/delivery-terms.ts'
import { type Address, addressSchema } from './address.ts'
import { isMobileAtHome, normalizePhone } from './normalize-phone.ts'

/**
 * An address to which a parcel can be sent. At home the phone must be a mobile number, because the carrier writes to it, and
 * the postcode one of five digits; abroad only what every country's addresses have in common is asked for.
 */
export const deliverableAddressSchema = addressSchema
  .superRefine(checkAtHome)
  .transform((address): Address => ({ ...address, phone: normalizePhone(address.phone, address.country) }))

function checkAtHome(address: Address, context: z.RefinementCtx): void {
  if (address.country !== homeCountry) return
  if (!isMobileAtHome(address.phone)) context.addIssue({ code: 'custom', path: ['phone'], message: 'a mobile number' })
  if (!/^\d{5}$/.test(address.postcode))
    context.addIssue({ code: 'custom', path: ['postcode'], message: 'a postcode of five digits' })
}
