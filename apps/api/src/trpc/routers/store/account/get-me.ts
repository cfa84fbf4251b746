import { meSchema } from '@makegood/core/user/views'
import { z } from 'zod'
import { mustSetUpSecondFactor } from '../../../../auth/must-set-up-second-factor.ts'
import { publicProcedure } from '../../../trpc.ts'

/** The signed-in person, or null for a guest. */
export const getMe = publicProcedure
  .input(z.undefined())
  .output(meSchema)
  .query(async ({ ctx }) => {
    const user = await ctx.readUser()
    return user && { ...user, mustSetUpSecondFactor: mustSetUpSecondFactor(ctx.api.env, user) }
  })
