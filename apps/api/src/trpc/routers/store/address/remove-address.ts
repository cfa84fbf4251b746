import { addressInput } from '@makegood/core/address/inputs'
import { removeAddress as forgetAddress } from '@makegood/db/address/remove-address'
import { inTransaction } from '@makegood/db/client'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Removes an address of the caller; orders that went there keep what they were sent to. */
export const removeAddress = signedInRushProcedure
  .input(addressInput)
  .output(z.object({ removed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await inTransaction(ctx.api.db, tx => forgetAddress(tx, { ...input, userId: ctx.user.id }))
    return { removed: true }
  })
