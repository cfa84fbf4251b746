import { addressSchema } from '@makegood/core/order/inputs'
import { z } from 'zod'

/** The checkout's fields in the order they are filled in; the rules are the api's own. */
export const checkoutFields = ['email', 'recipient', 'phone', 'postcode', 'address1', 'address2'] as const
export type CheckoutField = (typeof checkoutFields)[number]
export type CheckoutValues = Record<CheckoutField, string>

export const emptyCheckout: CheckoutValues = {
  email: '',
  recipient: '',
  phone: '',
  postcode: '',
  address1: '',
  address2: '',
}

const rules = { email: z.email().max(254), ...addressSchema.shape }

export type FieldFault = 'missing' | 'long' | 'wrong'

/** What is wrong with a field, if anything: nothing in it, too much in it, or not what it asks for. */
export const faultOf = (field: CheckoutField, value: string): FieldFault | null => {
  const trimmed = value.trim()
  if (trimmed === '') return field === 'address2' ? null : 'missing'
  const parsed = rules[field].safeParse(trimmed)
  if (parsed.success) return null
  return parsed.error.issues.some(issue => issue.code === 'too_big') ? 'long' : 'wrong'
}

const checked = (field: CheckoutField) =>
  z.string().superRefine((value, context) => {
    const fault = faultOf(field, value)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })

/** The whole form; each issue's message is the field's fault, for which the page has the words. */
export const checkoutSchema = z.object({
  email: checked('email'),
  recipient: checked('recipient'),
  phone: checked('phone'),
  postcode: checked('postcode'),
  address1: checked('address1'),
  address2: checked('address2'),
}) satisfies z.ZodType<CheckoutValues>

/** One form for a Korean mobile number, however it was typed; any other number stays as typed. */
export const normalisePhone = (typed: string): string => {
  const digits = typed.replace(/[^\d+]/g, '').replace(/^(\+?82)0?/, '0')
  const mobile = /^(01[016789])(\d{3,4})(\d{4})$/.exec(digits)
  return mobile ? `${mobile[1]}-${mobile[2]}-${mobile[3]}` : typed.trim()
}
