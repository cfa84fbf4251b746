import { z } from 'zod'
import { invalidRequest } from './gateway-error.ts'

const id = z.string().min(1).max(255)
const flag = z.enum(['true', 'false']).transform(text => text === 'true')
const metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine(entries => Object.keys(entries).length <= 50, { error: 'at most 50 keys' })
const wholeNumber = z
  .string()
  .regex(/^-?\d+$/, 'must be an integer')
  .transform(Number)

/** Stripe's limits: at least one unit, at most eight digits. */
const amount = wholeNumber.pipe(
  z.number().min(1, 'must be at least 1').max(99_999_999, 'must be no more than 99,999,999'),
)

const currencies = ['krw', 'usd', 'eur', 'jpy'] as const

/** A list of this one entry, as the query parser gives it. */
const only = <Name extends string>(name: Name) =>
  z
    .tuple([z.literal(name)])
    .or(z.strictObject({ 0: z.literal(name) }))
    .optional()

const pageLimit = wholeNumber.pipe(z.number().min(1).max(100)).default(10)

export const createMethodForm = z.strictObject({
  type: z.literal('card'),
  card: z.strictObject({
    number: z.string().max(40),
    exp_month: z.string().max(4),
    exp_year: z.string().max(6),
    cvc: z.string().max(8).optional(),
  }),
  billing_details: z.looseObject({}).optional(),
})

export const createIntentForm = z.strictObject({
  amount,
  currency: z.string().toLowerCase().pipe(z.enum(currencies)),
  confirm: flag.default(false),
  payment_method: id.optional(),
  allowed_payment_method_types: only('card'),
  automatic_payment_methods: z
    .strictObject({ enabled: z.literal('true'), allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  error_on_requires_action: flag.default(false),
  return_url: z.url({ protocol: /^https?$/ }).optional(),
  transfer_group: id.optional(),
  description: z.string().max(1000).optional(),
  metadata: metadata.optional(),
})
export type CreateIntentForm = z.infer<typeof createIntentForm>

export const confirmIntentForm = z.strictObject({
  payment_method: id.optional(),
  error_on_requires_action: flag.default(false),
  return_url: z.url({ protocol: /^https?$/ }).optional(),
})

export const cancelIntentForm = z.strictObject({
  cancellation_reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']).optional(),
})

export const readIntentQuery = z.strictObject({ expand: only('latest_charge') })

export const listIntentsQuery = z.strictObject({
  created: z.strictObject({ gte: wholeNumber.pipe(z.number().min(0)) }).optional(),
  starting_after: id.optional(),
  limit: pageLimit,
  expand: only('data.latest_charge'),
})

export const searchIntentsQuery = z.strictObject({
  query: z.string().min(1).max(2000),
  limit: pageLimit,
  expand: only('data.latest_charge'),
})

export const listRefundsQuery = z.strictObject({
  charge: id.optional(),
  payment_intent: id.optional(),
  starting_after: id.optional(),
  limit: pageLimit,
})

export const createRefundForm = z
  .strictObject({
    charge: id.optional(),
    payment_intent: id.optional(),
    amount: amount.optional(),
    reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    metadata: metadata.optional(),
  })
  .refine(form => (form.charge === undefined) !== (form.payment_intent === undefined), {
    error: 'One of the following params should be provided for this request: payment_intent or charge.',
    path: ['charge'],
  })

export const listChargesQuery = z.strictObject({
  transfer_group: id.optional(),
  payment_intent: id.optional(),
  limit: pageLimit,
})

const paramName = (path: readonly PropertyKey[]): string =>
  path.map((part, place) => (place === 0 ? String(part) : `[${String(part)}]`)).join('')

const sent = (input: unknown, path: readonly PropertyKey[]): boolean => {
  let value: unknown = input
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return false
    value = Reflect.get(value, part)
  }
  return value !== undefined
}

/** Reads a form or a query strictly: a parameter that is missing, wrong or unknown to the sandbox is refused in Stripe's words. */
export const readForm = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> => {
  const read = schema.safeParse(input ?? {})
  if (read.success) return read.data
  const issue = read.error.issues[0]
  if (issue === undefined) throw invalidRequest('The request could not be read.')
  if (issue.code === 'unrecognized_keys') {
    const param = paramName([...issue.path, issue.keys[0] ?? ''])
    throw invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  }
  const param = paramName(issue.path)
  if (!sent(input, issue.path))
    throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  if (param === 'amount' && issue.code === 'too_big')
    throw invalidRequest(`Amount ${issue.message}`, { code: 'amount_too_large', param })
  if (param === 'amount' && issue.code === 'too_small')
    throw invalidRequest(`Amount ${issue.message}`, { code: 'amount_too_small', param })
  throw invalidRequest(`Invalid ${param}: ${issue.message}`, { code: 'parameter_invalid', param })
}
