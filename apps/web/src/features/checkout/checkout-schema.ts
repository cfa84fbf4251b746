import { addressFieldsIn } from '@makegood/core/address/address-schema'
import type { Country } from '@makegood/core/address/countries'
import { z } from 'zod'
import { type CheckoutField, type CheckoutValues, checkoutFields, countryOf, type FieldFault } from './checkout-fields'

const optionalFields: readonly CheckoutField[] = ['address2', 'deliveryNote']
const email = z.email().max(254)

/** What is wrong with a field by the api's own rules, if anything: nothing in it, too much in it, or not what it asks for. */
export const faultOf = (field: CheckoutField, value: string, country: Country): FieldFault | null => {
  if (field === 'country') return null
  const trimmed = value.trim()
  if (trimmed === '') return optionalFields.includes(field) ? null : 'missing'
  const parsed = field === 'email' ? email.safeParse(trimmed) : addressFieldsIn(country)[field].safeParse(trimmed)
  if (parsed.success) return null
  return parsed.error.issues.some(issue => issue.code === 'too_big') ? 'long' : 'wrong'
}

const text = z.string()

/** The whole form; each issue's message is the field's fault, for which the page has the words. */
export const checkoutSchema = z
  .object({
    email: text,
    country: text,
    recipient: text,
    phone: text,
    postcode: text,
    address1: text,
    address2: text,
    deliveryNote: text,
    deliveryMethod: text,
    coupon: text,
    wallet: text,
    savedAddress: text,
    keepAddress: text,
  })
  .superRefine((values, context) => {
    for (const field of checkoutFields) {
      const fault = faultOf(field, values[field], countryOf(values.country))
      if (fault) context.addIssue({ code: 'custom', path: [field], message: fault })
    }
  }) satisfies z.ZodType<CheckoutValues>
