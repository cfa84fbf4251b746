import { z } from 'zod'
import { line } from '../text.ts'
import { type Country, countries, homeCountry } from './countries.ts'
import { normalisePhone } from './normalise-phone.ts'
import { normalisePostcode } from './normalise-postcode.ts'

const typedMax = 60

const inOneForm = (fault: string, normalise: (typed: string) => string | null) =>
  z
    .string()
    .max(typedMax)
    .transform((typed, context) => {
      const written = normalise(typed)
      if (written !== null) return written
      context.issues.push({ code: 'custom', message: fault, input: typed })
      return z.NEVER
    })

// A parcel's driver calls or writes; to a landline nobody can write. 050 numbers stand in for a mobile number.
const mobileAtHome = /^(?:01|050)/

const phoneIn = (country: Country) => (typed: string) => {
  const phone = normalisePhone(typed, country)
  return phone !== null && country === homeCountry && !mobileAtHome.test(phone) ? null : phone
}

/** The fields of an address in one country, each with its rule: for a form that checks them one by one. */
export const addressFieldsIn = (country: Country) => ({
  recipient: line(80).min(1),
  phone: inOneForm('phone', phoneIn(country)),
  postcode: inOneForm('postcode', typed => normalisePostcode(typed, country)),
  address1: line(200).min(1),
  address2: line(200).default(''),
  /** For whoever carries the parcel; it stands on the label. */
  deliveryNote: line(100).default(''),
})
export type AddressField = keyof ReturnType<typeof addressFieldsIn>

const rulesOf = Object.fromEntries(countries.map(country => [country, z.object(addressFieldsIn(country))])) as Readonly<
  Record<Country, z.ZodObject<ReturnType<typeof addressFieldsIn>>>
>

const typed = z.string().max(500)

/**
 * An address by the rules of its country, Korea where none is said. Telephone number and postcode come out in one form,
 * however they were typed; every wrong field is named at once.
 */
export const addressSchema = z
  .strictObject({
    country: z.enum(countries).default(homeCountry),
    recipient: typed,
    phone: typed,
    postcode: typed,
    address1: typed,
    address2: typed.default(''),
    deliveryNote: typed.default(''),
  })
  .transform(({ country, ...fields }, context) => {
    const parsed = rulesOf[country].safeParse(fields)
    if (parsed.success) return { country, ...parsed.data }
    context.issues.push(...parsed.error.issues.map(issue => ({ ...issue, input: undefined })))
    return z.NEVER
  })
export type Address = z.infer<typeof addressSchema>
