import { setLocaleInput } from '@makegood/core/user/inputs'
import { setLocale as keepLocale } from '@makegood/db/user/set-locale'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Keeps the caller's language. */
export const setLocale = signedInRushProcedure
  .input(setLocaleInput)
  .output(z.object({ kept: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await keepLocale(ctx.api.db, { ...input, userId: ctx.user.id })
    return { kept: true }
  })
