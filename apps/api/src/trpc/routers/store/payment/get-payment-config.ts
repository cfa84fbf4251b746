import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** Where the browser turns a card into a token, and the key that it may know. */
export const getPaymentConfig = publicProcedure
  .input(z.undefined())
  .output(z.object({ gatewayUrl: z.string(), publishableKey: z.string() }))
  .query(({ ctx }) => ({
    gatewayUrl: ctx.api.env.GATEWAY_PUBLIC_URL,
    publishableKey: ctx.api.env.STRIPE_PUBLISHABLE_KEY,
  }))
