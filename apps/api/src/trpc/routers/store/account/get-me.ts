import { meSchema } from '@makegood/core/user/views'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** The signed-in person, or null for a guest. */
export const getMe = publicProcedure
  .input(z.undefined())
  .output(meSchema)
  .query(({ ctx }) => ctx.readUser())
