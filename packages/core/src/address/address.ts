import { z } from 'zod'
import { homeCountry } from '../delivery/delivery-terms.ts'
import { line } from '../text.ts'

/** An address as the shop keeps it, of any country; what a new one must be besides is in `deliverable-address.ts`. */
export const addressSchema = z.strictObject({
  recipient: line(80).min(1),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 -]{6,18}[0-9]$/),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default(homeCountry),
  postcode: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{1,8}[A-Za-z0-9]$/),
  address1: line(200).min(1),
  address2: line(200).default(''),
})
export type Address = z.infer<typeof addressSchema>
/** An address as a caller may give it: at home where no country is said. */
export type AddressInput = z.input<typeof addressSchema>
