import { z } from 'zod'

const recordedSchema = z.object({
  reason: z.string().nullish(),
  error: z.string().nullish(),
  gatewayCode: z.string().nullish(),
  carrierCode: z.string().nullish(),
})

/** What words can be found by, the outside's own code first; and the text that was written, where it was no data. */
export type Cause = { readonly keys: readonly string[]; readonly text: string }

const token = /^[\w.-]+$/

/** Texts that the shop itself writes, and the key under which the console has words for them. */
const known: readonly (readonly [RegExp, string])[] = [
  [/statement timeout/, 'database-busy'],
  [/no answer within|timed? ?out/i, 'no-answer'],
  [/: (unknown|retryable),|could not be reached|ECONN|fetch failed/, 'away'],
  [/the carrier has lost the parcel/, 'parcel-lost'],
  [/did not take the parcel/, 'parcel-not-accepted'],
]

/** The cause of a failure from what was recorded of it: data of the outside is read and never shown as it stands. */
export const readCause = (recorded: string): Cause => {
  const data = readData(recorded)
  if (!data) return { keys: known.filter(([pattern]) => pattern.test(recorded)).map(([, key]) => key), text: recorded }
  const { reason, error, gatewayCode, carrierCode } = data
  const codes = [gatewayCode, carrierCode].filter(code => typeof code === 'string' && code !== '') as string[]
  if (error) return readCause(error)
  if (!reason) return { keys: codes, text: '' }
  if (token.test(reason)) return { keys: [...codes, reason], text: '' }
  const told = readCause(reason)
  return { keys: [...codes, ...told.keys], text: told.text }
}

const readData = (recorded: string): z.infer<typeof recordedSchema> | null => {
  const begin = recorded.indexOf('{')
  if (begin === -1) return null
  try {
    return recordedSchema.safeParse(JSON.parse(recorded.slice(begin))).data ?? null
  } catch (error) {
    // What only looks like data, or was cut off, is text.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
