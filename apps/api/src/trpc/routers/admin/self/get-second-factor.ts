import { secondFactorViewSchema } from '@makegood/core/user/second-factor'
import { getSecondFactor as read } from '@makegood/db/user/get-second-factor'
import { z } from 'zod'
import { operatorSelfProcedure } from '../../../trpc.ts'

/** The caller's own second factor, also where it is still to be set up. */
export const getSecondFactor = operatorSelfProcedure('self.manage')
  .input(z.undefined())
  .output(secondFactorViewSchema)
  .query(async ({ ctx }) => ({
    ...(await read(ctx.api.db, ctx.user.id)),
    isRequired: ctx.api.env.OPERATOR_SECOND_FACTOR === 'required',
  }))
