import { createHash, randomBytes } from 'node:crypto'
import { monotonicFactory } from 'ulid'

const nextUlid = monotonicFactory()

/** A ULID later in order than every one made before it by this process. */
export function newId(now: number): string {
  return nextUlid(now)
}

/** A UUID that is the same for the same name, so that a function keeps its id when its app registers again. */
export function uuidFromName(name: string): string {
  const hash = createHash('sha1').update('makegood-engine:').update(name).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

let randomPool = randomBytes(8192)
let randomUsed = 0

/** Random hexadecimal digits, drawn from a pool because the system call is slow. */
export function randomHex(bytes: number): string {
  if (randomUsed + bytes > randomPool.length) {
    randomPool = randomBytes(8192)
    randomUsed = 0
  }
  randomUsed += bytes
  return randomPool.toString('hex', randomUsed - bytes, randomUsed)
}
