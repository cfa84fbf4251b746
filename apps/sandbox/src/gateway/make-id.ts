import { randomBytes } from 'node:crypto'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const timeLength = 8
const randomLength = 15
/** 248 is the largest multiple of 62 in a byte; a byte from there on would favour the first digits. */
const fairBytes = 248

const timePart = (now: number): string => {
  let rest = now
  let text = ''
  for (let place = 0; place < timeLength; place += 1) {
    text = digits.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}

const randomPart = (): string => {
  let text = ''
  while (text.length < randomLength) {
    for (const byte of randomBytes(24)) {
      if (byte < fairBytes && text.length < randomLength) text += digits.charAt(byte % 62)
    }
  }
  return text
}

/** What every id made from this moment on is not below. */
export const firstIdAt = (prefix: 'pi', at: number): string => `${prefix}_3${timePart(at)}`

/** An id shaped as Stripe's (`pi_3` and 23 letters and digits); ids sort by the millisecond they were made in. */
export const makeId = (
  prefix: 'pi' | 'ch' | 'pm' | 're' | 'du' | 'evt' | 'req' | 'shp' | 'cev',
  now = Date.now(),
): string => `${prefix}_3${timePart(now)}${randomPart()}`
