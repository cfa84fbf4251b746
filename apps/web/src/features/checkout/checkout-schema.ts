import { addressFieldsIn } from '@makegood/core/address/address-schema'
import { type Country, countries, homeCountry } from '@makegood/core/address/countries'
import { z } from 'zod'

/** The checkout's typed fields in the order they are filled in; the rules are the api's own. */
export const checkoutFields = [
  'email',
  'country',
  'recipient',
  'phone',
  'postcode',
  'address1',
  'address2',
  'deliveryNote',
] as const
export type CheckoutField = (typeof checkoutFields)[number]

/** What is chosen rather than typed; kept like it. */
export const checkoutChoices = ['deliveryMethod', 'coupon', 'wallet', 'savedAddress', 'keepAddress'] as const
export type CheckoutChoice = (typeof checkoutChoices)[number]
export type CheckoutValues = Record<CheckoutField | CheckoutChoice, string>

/** The best coupon is taken unless another one, or none, was chosen. */
export const bestCoupon = 'best'
export const noCoupon = 'none'
/** The address is one that is typed here, none of those that the account keeps. */
export const newAddress = 'new'

export const emptyCheckout: CheckoutValues = {
  deliveryMethod: 'standard',
  coupon: bestCoupon,
  wallet: '',
  savedAddress: '',
  keepAddress: '',
  email: '',
  country: homeCountry,
  recipient: '',
  phone: '',
  postcode: '',
  address1: '',
  address2: '',
  deliveryNote: '',
}

const optionalFields: readonly CheckoutField[] = ['address2', 'deliveryNote']
const email = z.email().max(254)

export type FieldFault = 'missing' | 'long' | 'wrong'

/** The country that was chosen; home where something else stands in a kept draft. */
export const countryOf = (value: string | undefined): Country =>
  countries.find(country => country === value) ?? homeCountry

/** What is wrong with a field, if anything: nothing in it, too much in it, or not what it asks for. */
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
