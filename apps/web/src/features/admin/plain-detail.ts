import { z } from 'zod'

const withReason = z.object({ reason: z.string().min(1), gatewayCode: z.string().nullish() })

/** What an incident says of its cause, for people: where it is written as data, the reason and the gateway's own code for it. */
export const plainDetail = (detail: string): string => {
  if (!detail.startsWith('{')) return detail
  try {
    const read = withReason.safeParse(JSON.parse(detail))
    if (!read.success) return detail
    const { reason, gatewayCode } = read.data
    return gatewayCode ? `${reason} (${gatewayCode})` : reason
  } catch (error) {
    // What only looks like data is shown as it was written.
    if (error instanceof SyntaxError) return detail
    throw error
  }
}
