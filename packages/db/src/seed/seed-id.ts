import { createHash } from 'node:crypto'
import { type IdKind, idPrefixes } from '@makegood/core/ids'

/** The same id for the same name at every seed; valid wherever an id that `newId` made is. */
export const seedId = (kind: IdKind, name: string): string => {
  // Hexadecimal digits are digits of the ids' alphabet too, and an id's first one is 0 to 7.
  const digits = createHash('sha256').update(`${kind}:${name}`).digest('hex').slice(0, 25)
  return `${idPrefixes[kind]}_0${digits}`
}
