import { shopCurrency } from '../money/shop-currency.ts'
import type { WireMoney } from '../money/wire-money.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'

/** One fact of an entry: what it was, or how it changed. `field` is the last name on the way to it. */
export type DetailLine = { readonly field: string; readonly value?: DetailValue; readonly before?: DetailValue | null }
export type DetailValue =
  | { readonly kind: 'text' | 'moment'; readonly text: string }
  | { readonly kind: 'flag'; readonly is: boolean }
  | { readonly kind: 'money'; readonly amount: WireMoney }

type Facts = Readonly<Record<string, unknown>>

const linesMax = 60
/** Told with the amounts that they belong to. */
const toldElsewhere = ['currency']

/**
 * What an entry of the audit log says besides who, what and why, as lines to be put into words: what was before and what is
 * after beside each other, amounts and moments as such, and nothing that is empty. Of a very long one the first lines.
 */
export const describeDetails = (details: Facts): readonly DetailLine[] => describe(details).slice(0, linesMax)

const describe = (facts: Facts): DetailLine[] => {
  const { before, after, field, ...rest } = facts
  if (!('before' in facts && 'after' in facts)) return describeAll(facts)
  const name = typeof field === 'string' ? field : 'value'
  return [...describeAll(rest), ...compare(name, before, after)]
}

const describeAll = (facts: Facts): DetailLine[] =>
  Object.entries(facts).flatMap(([field, value]) => describeOne(field, value, currencyOf(facts)))

const describeOne = (field: string, value: unknown, currency: string | null): DetailLine[] => {
  if (isEmpty(value) || toldElsewhere.includes(field)) return []
  if (Array.isArray(value))
    return value.some(isFacts)
      ? value.flatMap(each => (isFacts(each) ? describe(each) : describeOne(field, each, currency)))
      : [{ field, value: { kind: 'text', text: value.join(', ') } }]
  if (!isFacts(value)) return [{ field, value: toValue(field, value, currency) }]
  const amount = wireMoneySchema.safeParse(value)
  return amount.success ? [{ field, value: { kind: 'money', amount: amount.data } }] : describe(value)
}

/** Only what differs; of two that are no records, the two themselves. */
const compare = (field: string, before: unknown, after: unknown): DetailLine[] => {
  const both = [before, after].filter(side => !isEmpty(side))
  if (both.length > 0 && both.every(isFacts)) {
    const [was, is] = [isFacts(before) ? before : {}, isFacts(after) ? after : {}]
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter(name => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
      .flatMap(name => compare(name, was[name], is[name]))
  }
  if (isEmpty(before) && isEmpty(after)) return []
  return [{ field, before: toSide(field, before), ...(isEmpty(after) ? {} : { value: toValue(field, after, null) }) }]
}

const toSide = (field: string, side: unknown): DetailValue | null => (isEmpty(side) ? null : toValue(field, side, null))

const aMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

const toValue = (field: string, value: unknown, currency: string | null): DetailValue => {
  if (typeof value === 'boolean') return { kind: 'flag', is: value }
  if (typeof value !== 'string' && typeof value !== 'number') return { kind: 'text', text: JSON.stringify(value) }
  const text = String(value)
  if (field.endsWith('Minor')) {
    const amount = wireMoneySchema.safeParse({ amountMinor: text, currency: currency ?? shopCurrency })
    if (amount.success) return { kind: 'money', amount: amount.data }
  }
  return { kind: aMoment.test(text) ? 'moment' : 'text', text }
}

const currencyOf = ({ currency }: Facts): string | null => (typeof currency === 'string' ? currency : null)

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isFacts(value) && Object.keys(value).length === 0)
