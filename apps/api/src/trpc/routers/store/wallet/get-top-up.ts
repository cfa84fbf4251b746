import { DomainError } from '@makegood/core/errors'
import { getTopUpInput } from '@makegood/core/wallet/inputs'
import { topUpViewSchema } from '@makegood/core/wallet/views'
import { getTopUp as readTopUp } from '@makegood/db/wallet/get-top-up'
import { signedInProcedure } from '../../../trpc.ts'

/** The caller's own top-up; anyone else's is answered as one that does not exist. */
export const getTopUp = signedInProcedure
  .input(getTopUpInput)
  .output(topUpViewSchema)
  .query(async ({ ctx, input }) => {
    const topUp = await readTopUp(ctx.api.db, { topUpId: input.topUpId, userId: ctx.user.id })
    if (!topUp) throw new DomainError('not-found', 'no such top-up of this caller')
    return topUp
  })
