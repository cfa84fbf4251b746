import { z } from 'zod'

/** Characters that only turn the direction of what follows: on a label they would put a name in another order. */
const withoutTurns = (text: string): string => text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')

// Control characters break labels, mails and logs; every other character of every alphabet is a fine name.
export const line = (max: number) =>
  z
    .string()
    .overwrite(withoutTurns)
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

/** What a person adds in their own words; line breaks are theirs, other control characters are not. */
export const noteSchema = z
  .string()
  .overwrite(withoutTurns)
  .trim()
  .max(500)
  .regex(/^(?:\P{Cc}|\r?\n)*$/u)

/** Why a person did something: never empty, because somebody will ask. */
export const reasonSchema = noteSchema.min(1)
