export const currencies = ['KRW', 'USD', 'EUR', 'JPY'] as const
export type Currency = (typeof currencies)[number]

/** An amount in the currency's minor unit (KRW has none: 1 is one won). Never a float, never without its currency. */
export type Money = { readonly amountMinor: bigint; readonly currency: Currency }

const minorDigits: Record<Currency, number> = { KRW: 0, USD: 2, EUR: 2, JPY: 0 }

export const money = (amountMinor: bigint, currency: Currency): Money => ({ amountMinor, currency })

export const zero = (currency: Currency): Money => money(0n, currency)

/** Adds two amounts of one currency; throws where the currencies differ, because no rate is implied. */
export const add = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency) throw new Error(`cannot add ${b.currency} to ${a.currency}`)
  return money(a.amountMinor + b.amountMinor, a.currency)
}

export const multiply = (a: Money, quantity: number): Money => {
  if (!Number.isSafeInteger(quantity)) throw new Error(`quantity must be a whole number, got ${quantity}`)
  return money(a.amountMinor * BigInt(quantity), a.currency)
}

/** As a table program takes it, e.g. `148000` or `12.50`: no sign of the currency and no separators. */
export const decimalText = ({ amountMinor, currency }: Money): string => {
  const digits = minorDigits[currency]
  if (digits === 0) return amountMinor.toString()
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0')
  return `${amountMinor < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

const formats = new Map<string, Intl.NumberFormat>()

/** Kept, because making one costs more than a hundred uses; bounded by the shop's languages and currencies. */
const formatOf = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const name = `${locale} ${options.currency ?? ''} ${options.notation ?? ''}`
  const format = formats.get(name) ?? new Intl.NumberFormat(locale, options)
  if (formats.size < 100) formats.set(name, format)
  return format
}

/** Formats for people, e.g. `148,000원` in Korean and `₩148,000` in English; exact for every safe integer amount. */
export const formatMoney = (amount: Money, locale: string): string => formatIn(amount, locale, {})

/** For the axis of a chart, e.g. `300만원` in Korean and `₩3M` in English. */
export const formatMoneyShort = (amount: Money, locale: string): string =>
  formatIn(amount, locale, { notation: 'compact' })

const formatIn = ({ amountMinor, currency }: Money, locale: string, options: Intl.NumberFormatOptions): string => {
  const major = Number(amountMinor) / 10 ** minorDigits[currency]
  if (currency === 'KRW' && locale.startsWith('ko')) return `${formatOf('ko-KR', options).format(major)}원`
  return formatOf(locale, { ...options, style: 'currency', currency }).format(major)
}
