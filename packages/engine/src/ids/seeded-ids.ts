import { createHash } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const latestUlidTime = 2 ** 48 - 1

/**
 * Event ids for one request of the SDK: the same seed gives the same ids, so a repeated request stores nothing twice.
 * The seed is the header x-inngest-event-id-seed, "<milliseconds>,<base64 entropy>".
 */
export function seededId(seed: string, index: number): string | undefined {
  const match = /^(\d{1,15}),([A-Za-z0-9+/=]{8,64})$/.exec(seed)
  const time = Number(match?.[1])
  if (!match?.[2] || time > latestUlidTime) return undefined
  const entropy = createHash('sha256').update(match[2]).update(`:${index}`).digest()
  let text = ''
  for (let rest = time, place = 0; place < 10; place += 1, rest = Math.floor(rest / 32)) {
    text = alphabet.charAt(rest % 32) + text
  }
  for (let place = 0; place < 16; place += 1) text += alphabet.charAt((entropy[place] ?? 0) % 32)
  return text
}
