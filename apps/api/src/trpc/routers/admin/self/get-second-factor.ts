import { secondFactorViewSchema } from '@makegood/core/user/second-factor'
import { getSecondFactor as read } from '@makegood/db/user/get-second-factor'
import { z } from 'zod'
import { needsSecondFactor } from '../../../../auth/must-set-up-second-factor.ts'
import { operatorSelfProcedure } from '../../../trpc.ts'

/** The caller's own second factor, also where it is still to be set up. */
export const getSecondFactor = operatorSelfProcedure('self.manage')
  .input(z.undefined())
  .output(secondFactorViewSchema)
  .query(async ({ ctx }) => ({
    ...(await read(ctx.api.db, ctx.user.id)),
    isRequired: needsSecondFactor(ctx.api.env, ctx.user.role),
  }))
