import { z } from 'zod'

// Control characters break labels, mails and logs; every other character of every alphabet is a fine name.
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

/** What a person adds in their own words; line breaks are theirs, other control characters are not. */
export const noteSchema = z
  .string()
  .trim()
  .max(500)
  .regex(/^(?:\P{Cc}|\r?\n)*$/u)

/** Why a person did something: never empty, because somebody will ask. */
export const reasonSchema = noteSchema.min(1)
