/** Fields that say who someone is or let others act for them. */
export const personalFields = [
  'email',
  'address',
  'address1',
  'address2',
  'recipient',
  'phone',
  'postcode',
  'name',
  'password',
  'token',
  'paymentMethod',
  'card',
  'cookie',
  'authorization',
  'set-cookie',
] as const
const personal = new Set<string>(personalFields)
const depthMax = 6

/** A log line's object without personal fields, keys and cookies, however deep they lie; what is deeper than anyone looks is cut. */
export const hidePersonal = (object: object, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, personal.has(key) ? '[redacted]' : hide(value, depth)]),
  )

const hide = (value: unknown, depth: number): unknown => {
  // Errors have a serializer of their own.
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date) return value
  if (depth >= depthMax) return '[deep]'
  return Array.isArray(value) ? value.map(item => hide(item, depth + 1)) : hidePersonal(value, depth + 1)
}
