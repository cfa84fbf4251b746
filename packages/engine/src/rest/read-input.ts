import { z } from 'zod'

/** What is wrong with a request, in words for whoever sent it. */
export class BadRequest extends Error {
  override name = 'BadRequest'
  statusCode: number
  constructor(message: string, statusCode = 400) {
    super(message)
    this.statusCode = statusCode
  }
}

/** The input as the schema describes it, or BadRequest with the first thing that is wrong. */
export function readInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new BadRequest(`${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'is not valid'}`)
}

/** A whole number in a query string. */
export function wholeNumber(least: number, most: number) {
  const error = `should be a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

/** The id of a run, an event or a cancellation: a ULID. Whether there is one is another question. */
export const id = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'should be an id of 26 letters and digits')

/** Where a list goes on: it begins below this id, which need not be one that there is. */
export const cursor = z.string().regex(/^[\w-]{1,200}$/, 'should be a cursor of an earlier answer')

/** RFC 3339, as milliseconds. */
export const time = z.iso
  .datetime({ offset: true, error: 'should be a time such as 2026-01-31T12:00:00Z' })
  .transform(text => Date.parse(text))

/** JSON texts longer than this many characters are answered as a preview. */
export const cut = wholeNumber(100, 1_000_000).optional()
