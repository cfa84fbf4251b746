import { homeCountry } from '../delivery/delivery-terms.ts'

const mobileAtHome = /^01[016789]\d{7,8}$/

/**
 * The one form in which the shop keeps a phone number: a Korean mobile number as 010-1234-5678, however it was typed
 * (01012345678, +82 10 1234 5678); of another country, or where it is no mobile number, what was typed.
 */
export const normalizePhone = (phone: string, country: string): string => {
  const typed = phone.trim()
  if (country !== homeCountry) return typed
  const digits = localDigits(typed)
  if (!mobileAtHome.test(digits)) return typed
  return `${digits.slice(0, 3)}-${digits.slice(3, -4)}-${digits.slice(-4)}`
}

/** Whether a carrier at home can call or write to this number: a Korean mobile number. */
export const isMobileAtHome = (phone: string): boolean => mobileAtHome.test(localDigits(phone))

const localDigits = (phone: string): string => {
  const digits = phone.replace(/[ -]/g, '')
  return digits.startsWith('+82') ? digits.replace(/^\+820?/, '0') : digits
}
