import { z } from 'zod'

const withReason = z.object({ reason: z.string().min(1) })

/** What an incident says of its cause, for people: where it is written as data, the reason that stands in it. */
export const plainDetail = (detail: string): string => {
  if (!detail.startsWith('{')) return detail
  try {
    const read = withReason.safeParse(JSON.parse(detail))
    return read.success ? read.data.reason : detail
  } catch (error) {
    // What only looks like data is shown as it was written.
    if (error instanceof SyntaxError) return detail
    throw error
  }
}
