import { z } from 'zod'

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback)

/** The shop's policy values, each in one place and overridable by the env name given here. Durations in seconds. */
export const policySchema = z.object({
  /** How long reserved stock waits for its payment. */
  POLICY_RESERVATION_SECONDS: seconds(30 * 60),
  /** How often a saga's step is tried before it counts as failed. */
  POLICY_STEP_ATTEMPTS: z.coerce.number().int().min(1).max(10).default(5),
  /** The most units of one variant in one cart. */
  POLICY_LINE_QUANTITY_MAX: z.coerce.number().int().positive().default(99),
  /** The most different variants in one cart. */
  POLICY_CART_LINES_MAX: z.coerce.number().int().positive().default(50),
})

export type Policy = {
  readonly reservationSeconds: number
  readonly stepAttempts: number
  readonly lineQuantityMax: number
  readonly cartLinesMax: number
}

export const toPolicy = (env: z.infer<typeof policySchema>): Policy => ({
  reservationSeconds: env.POLICY_RESERVATION_SECONDS,
  stepAttempts: env.POLICY_STEP_ATTEMPTS,
  lineQuantityMax: env.POLICY_LINE_QUANTITY_MAX,
  cartLinesMax: env.POLICY_CART_LINES_MAX,
})
