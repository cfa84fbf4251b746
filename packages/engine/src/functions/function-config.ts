import { z } from 'zod'

const concurrencyLimit = z.strictObject({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(['fn', 'env', 'account']).optional(),
})

const rateLimit = z.strictObject({ limit: z.number(), period: z.string(), key: z.string().nullish() })

/** One function as the SDK describes it; see the SDK's functionConfigSchema. */
export const functionConfig = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(1_000).optional(),
  triggers: z.array(
    z.union(
      [
        z.strictObject({ event: z.string().min(1), expression: z.string().optional() }),
        z.strictObject({ cron: z.string().min(1), jitter: z.string().optional() }),
      ],
      { error: 'it should be { event, expression } or { cron }' },
    ),
  ),
  steps: z.object({
    step: z.object({
      runtime: z.object({ type: z.string(), url: z.url() }),
      retries: z.object({ attempts: z.number().int().min(0).max(100) }).optional(),
    }),
  }),
  idempotency: z.string().optional(),
  rateLimit: rateLimit.nullish(),
  throttle: rateLimit.extend({ burst: z.number().optional() }).nullish(),
  debounce: z.strictObject({ period: z.string(), timeout: z.string().nullish(), key: z.string().nullish() }).nullish(),
  batchEvents: z
    .strictObject({ maxSize: z.number(), timeout: z.string(), key: z.string().nullish(), if: z.string().nullish() })
    .nullish(),
  singleton: z.strictObject({ mode: z.enum(['skip', 'cancel']), key: z.string().nullish() }).nullish(),
  priority: z.strictObject({ run: z.string().nullish() }).nullish(),
  cancel: z
    .array(z.strictObject({ event: z.string().min(1), if: z.string().optional(), timeout: z.string().optional() }))
    .max(50)
    .nullish(),
  timeouts: z.strictObject({ start: z.string().optional(), finish: z.string().optional() }).nullish(),
  concurrency: z
    .union([z.number().int().min(0), concurrencyLimit, z.array(concurrencyLimit).max(2)], {
      error: 'it should be a whole number from 0 on, or one or two of { limit, key, scope }',
    })
    .optional(),
  /** What other SDKs than that for JavaScript say in place of the step's own retries. */
  retries: z.number().int().min(0).max(100).nullish(),
})

/** Whatever else a function asks for, this engine does not know. */
export const knownOptions: ReadonlySet<string> = new Set(Object.keys(functionConfig.shape))

export type FunctionConfig = z.infer<typeof functionConfig>

/** The body of POST /fn/register as far as the engine reads it. */
export const registration = z.object({
  url: z.url(),
  appName: z.string().min(1).max(500),
  framework: z.string().optional(),
  sdk: z.string(),
  functions: z.array(z.unknown()).max(1_000),
})
