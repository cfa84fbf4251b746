import { z } from 'zod'

/** Why an account cannot be removed now: something is still under way for it, or it is needed. */
export const removalObstacles = ['open-order', 'money-under-way', 'wallet-holds-money', 'operator'] as const
export type RemovalObstacle = (typeof removalObstacles)[number]

export const removalTermsSchema = z.object({
  obstacles: z.array(z.enum(removalObstacles)),
  orders: z.int(),
  addresses: z.int(),
})
export type RemovalTerms = z.infer<typeof removalTermsSchema>

export const removeAccountInput = z.strictObject({ password: z.string().min(1).max(128) })
