const secretNames = /secret|token|password|authorization|cookie|card_?number|cvc|paymentmethod|clientsecret/i
/** Thirteen to nineteen digits in a row, perhaps in groups: what a card's number looks like. */
const cardNumber = /\b(?:\d[ -]?){12,18}\d\b/g
const depthMax = 12
const masked = '•••'

/** What may be shown of what a saga was given or answered: everything but secrets and card data, whatever its shape. */
export const maskSecrets = (value: unknown, depth = 0): unknown => {
  if (depth > depthMax) return masked
  if (typeof value === 'string') return value.replaceAll(cardNumber, masked)
  if (Array.isArray(value)) return value.map(each => maskSecrets(each, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, secretNames.test(name) ? masked : maskSecrets(each, depth + 1)]),
  )
}
