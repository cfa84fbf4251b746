import { correctAddressInput } from '@makegood/core/order/order-act-inputs'
import { correctAddress as correct } from '@makegood/db/order/correct-address'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Corrects where an order goes, while no label bears the address or its parcel came back. */
export const correctAddress = operatorProcedure('order.correct-address')
  .input(correctAddressInput)
  .output(z.object({ corrected: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await correct(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { corrected: true }
  })
