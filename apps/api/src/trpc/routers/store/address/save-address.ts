import { saveAddressInput } from '@makegood/core/address/inputs'
import { saveAddress as keepAddress } from '@makegood/db/address/save-address'
import { inTransaction } from '@makegood/db/client'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Keeps or changes an address of the caller; the answer names the one that says this now. */
export const saveAddress = signedInRushProcedure
  .input(saveAddressInput)
  .output(z.object({ addressId: z.string() }))
  .mutation(({ ctx, input }) => inTransaction(ctx.api.db, tx => keepAddress(tx, { ...input, userId: ctx.user.id })))
