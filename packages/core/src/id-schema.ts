import { z } from 'zod'
import { type IdKind, idAlphabet, idPrefixes } from './ids.ts'

/** Accepts exactly the ids that `newId` makes for this kind. */
export const idSchema = (kind: IdKind) =>
  z
    .string()
    .regex(
      new RegExp(`^${idPrefixes[kind]}_[0-7][${idAlphabet}]{25}$`),
      `must be an id that starts with ${idPrefixes[kind]}_`,
    )
