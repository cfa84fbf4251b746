import { type Country, ruleOf } from './countries.ts'

const typeable = /^[+\d\s().\-‐‑‒–—]{7,30}$/u
const korean = /^0(?:10\d{8}|(?:2|1[16789]|[3-6]\d|70|80|50\d)\d{7,8})$/
const international = /^\+[1-9]\d{7,14}$/

/**
 * One form for one telephone number at one address, however it was typed: a Korean one in Korea as 010-1234-5678, any
 * other, and a Korean one of an address abroad, as +14155550123. A number without + is one of the address's country. Null for what cannot be a number.
 */
export const normalisePhone = (typed: string, country: Country): string | null => {
  const text = typed.normalize('NFKC').trim()
  if (!typeable.test(text) || text.lastIndexOf('+') > 0) return null
  const digits = text.replace(/\D/g, '')
  if (text.startsWith('+')) return fromInternational(digits, country)
  if (digits.startsWith('00')) return fromInternational(digits.slice(2), country)
  if (country === 'KR') return toKorean(digits.replace(/^82(?=10|[2-6]|70)0?/, '0'))
  const { callingCode, phone } = ruleOf(country)
  const national = [digits.replace(/^0/, ''), digits.slice(callingCode.length)]
  const [own, withCode] = national
  if (own !== undefined && phone.test(own)) return `+${callingCode}${own}`
  return digits.startsWith(callingCode) && withCode !== undefined && phone.test(withCode) ? `+${digits}` : null
}

const fromInternational = (digits: string, country: Country): string | null => {
  if (digits.startsWith('82')) {
    const own = toKorean(`0${digits.slice(2).replace(/^0/, '')}`)
    return own === null || country === 'KR' ? own : `+82${own.slice(1).replaceAll('-', '')}`
  }
  // In +44 (0)20 … the zero is for callers at home only; no number of these countries begins with one.
  const whole = digits.replace(/^(81|886|61|44|49|33|31)0/, '$1')
  return international.test(`+${whole}`) ? `+${whole}` : null
}

const toKorean = (digits: string): string | null => {
  if (!korean.test(digits)) return null
  const area = /^(02|050\d|0\d\d)(\d{3,4})(\d{4})$/.exec(digits)
  return area ? `${area[1]}-${area[2]}-${area[3]}` : null
}
