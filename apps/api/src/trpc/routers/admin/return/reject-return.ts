import { rejectReturnInput } from '@makegood/core/return/inputs'
import { asOperator } from '@makegood/db/audit/as-operator'
import { rejectReturn as reject } from '@makegood/db/return/decide-return'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Rejects a return with a reason, which the shopper is told. */
export const rejectReturn = operatorProcedure('return.decide')
  .input(rejectReturnInput)
  .output(z.object({ orderId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { returnId, reason } = input
    const operatorId = ctx.user.id
    const act = { operatorId, action: 'return.reject', subject: returnId, reason } as const
    const rejected = await asOperator(ctx.api.db, act, tx => reject(tx, { ...input, operatorId }))
    ctx.api.outbox.nudge()
    return rejected
  })
