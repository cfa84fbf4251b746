/** What a text that an operator has typed may be; several at once where it can be read in several ways. */
export type OrderSearch = {
  /** The digits that an order's number begins with, or all of them. */
  readonly number?: string
  /** The beginning of a mail address, in small letters. */
  readonly email?: string
  /** The last digits of a phone, turned round. */
  readonly phoneEnd?: string
  /** What the gateway, the carrier or the shop itself calls something, as it was typed. */
  readonly reference?: string
  /** The beginning of a recipient's name. */
  readonly recipient?: string
  /** A product's name or the beginning of a SKU. */
  readonly product?: string
}

const phoneDigitsMin = 4

/**
 * Reads what an operator searches for: by its form alone, so that each part is one question to one index. A phone is found
 * by its end, because people leave out or add what is before it.
 */
export const readOrderSearch = (typed: string): OrderSearch | null => {
  const text = typed.normalize('NFC').trim()
  if (text === '') return null
  if (text.includes('@')) return { email: text.toLowerCase() }
  if (/^[+\d\s()-]+$/.test(text)) {
    const digits = text.replaceAll(/\D/g, '')
    if (digits === '') return null
    const local = text.startsWith('+82') ? digits.slice(2) : digits
    return {
      ...(/^[1-9]\d{0,14}$/.test(text) ? { number: text } : {}),
      ...(local.length >= phoneDigitsMin ? { phoneEnd: [...local].reverse().join('') } : {}),
      ...(/^\d+$/.test(text) ? { reference: text } : {}),
    }
  }
  if (/^[a-z]{2,5}_\w+$/.test(text)) return { reference: text, product: text }
  const number = /^#([1-9]\d{0,14})$/.exec(text)?.[1]
  if (number) return { number }
  const isAscii = /^[\x20-\x7e]+$/.test(text)
  return {
    recipient: text,
    product: text,
    ...(isAscii && !text.includes(' ') ? { email: text.toLowerCase(), reference: text } : {}),
  }
}
