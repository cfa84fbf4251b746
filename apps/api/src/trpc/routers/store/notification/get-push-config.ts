import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** The key under which a browser must subscribe, so that it takes messages of this shop and of no other. */
export const getPushConfig = publicProcedure
  .input(z.undefined())
  .output(z.object({ publicKey: z.string() }))
  .query(({ ctx }) => ({ publicKey: ctx.api.env.VAPID_PUBLIC_KEY }))
