const digitsOf = (typed: string, max: number): string => typed.replace(/\D/g, '').slice(0, max)

const isAmex = (digits: string): boolean => /^3[47]/.test(digits)

/** The number in groups as it stands on the card; whatever was typed or pasted between the digits goes. */
export const formatCardNumber = (typed: string): string => {
  const digits = digitsOf(typed, 19)
  const groups = isAmex(digits) ? [4, 6, 5] : [4, 4, 4, 4, 3]
  const parts: string[] = []
  let start = 0
  for (const length of groups) {
    if (start >= digits.length) break
    parts.push(digits.slice(start, start + length))
    start += length
  }
  return parts.join(' ')
}

/** The date as it stands on the card, `MM / YY`; a first digit above 1 is a month by itself. */
export const formatExpiry = (typed: string): string => {
  const withZero = /^\s*[2-9]/.test(typed) ? `0${typed.trimStart()}` : typed
  const monthAndYear = /^\s*(\d)\s*\/\s*(\d*)/.exec(withZero)
  const digits = monthAndYear ? `0${monthAndYear[1]}${monthAndYear[2]}` : withZero.replace(/\D/g, '')
  const short = /^\d{2}20\d{2}$/.test(digits) ? digits.slice(0, 2) + digits.slice(4) : digits.slice(0, 4)
  if (short.length < 2) return short
  return short.length === 2 ? short : `${short.slice(0, 2)} / ${short.slice(2)}`
}

export const formatCvc = (typed: string): string => digitsOf(typed, 4)

/** The check digit of card numbers (ISO/IEC 7812): finds a mistyped digit before anything is sent. */
export const passesLuhn = (digits: string): boolean => {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 1 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return sum % 10 === 0
}

export const cardFields = ['number', 'exp', 'cvc'] as const
export type CardField = (typeof cardFields)[number]
export type CardValues = Record<CardField, string>
export type CardFault = 'missing' | 'wrong' | 'past'

/** What is wrong with a card field, if anything, as of `now`. */
export const cardFaultOf = (field: CardField, values: CardValues, now: Date): CardFault | null => {
  const digits = values[field].replace(/\D/g, '')
  if (digits === '') return 'missing'
  if (field === 'number') return digits.length >= 12 && passesLuhn(digits) ? null : 'wrong'
  if (field === 'cvc') return digits.length === (isAmex(values.number.replace(/\D/g, '')) ? 4 : 3) ? null : 'wrong'
  const month = Number(digits.slice(0, 2))
  const year = 2000 + Number(digits.slice(2))
  if (digits.length !== 4 || month < 1 || month > 12) return 'wrong'
  return new Date(year, month, 1) > now ? null : 'past'
}
