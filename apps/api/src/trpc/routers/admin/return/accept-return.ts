import { acceptReturnInput } from '@makegood/core/return/inputs'
import { asOperator } from '@makegood/db/audit/as-operator'
import { acceptReturn as accept } from '@makegood/db/return/decide-return'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Accepts a return; what that does is told by `return.get` beforehand. */
export const acceptReturn = operatorProcedure('return.decide')
  .input(acceptReturnInput)
  .output(z.object({ orderId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { returnId, reason, withoutGoods } = input
    const operatorId = ctx.user.id
    const act = { operatorId, action: 'return.accept', subject: returnId, reason, details: { withoutGoods } }
    const accepted = await asOperator(ctx.api.db, act, tx => accept(tx, { ...input, operatorId }))
    ctx.api.outbox.nudge()
    return accepted
  })
