import { z } from 'zod'

const concurrencyLimit = z.object({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(['fn', 'env', 'account']).optional(),
})

/** One function as the SDK describes it; see the SDK's functionConfigSchema. */
export const functionConfig = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(1_000).optional(),
  triggers: z.array(
    z.union([
      z.object({ event: z.string().min(1), expression: z.string().optional() }),
      z.object({ cron: z.string().min(1), jitter: z.string().optional() }),
    ]),
  ),
  steps: z.object({
    step: z.object({
      runtime: z.object({ type: z.string(), url: z.url() }),
      retries: z.object({ attempts: z.number().int().min(0).max(100) }).optional(),
    }),
  }),
  idempotency: z.string().optional(),
  concurrency: z.union([z.number().int().min(0), concurrencyLimit, z.array(concurrencyLimit).max(2)]).optional(),
})

export type FunctionConfig = z.infer<typeof functionConfig>

/** The body of POST /fn/register as far as the engine reads it. */
export const registration = z.object({
  url: z.url(),
  appName: z.string().min(1).max(500),
  framework: z.string().optional(),
  sdk: z.string(),
  functions: z.array(z.unknown()).max(1_000),
})
