import { addressInput } from '@makegood/core/address/inputs'
import { makeDefaultAddress as makeDefault } from '@makegood/db/address/make-default-address'
import { inTransaction } from '@makegood/db/client'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Makes an address of the caller the one that is offered first. */
export const makeDefaultAddress = signedInRushProcedure
  .input(addressInput)
  .output(z.object({ made: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await inTransaction(ctx.api.db, tx => makeDefault(tx, { ...input, userId: ctx.user.id }))
    return { made: true }
  })
