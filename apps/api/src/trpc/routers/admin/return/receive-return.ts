import { receiveReturnInput } from '@makegood/core/return/inputs'
import { asOperator } from '@makegood/db/audit/as-operator'
import { receiveReturn as receive } from '@makegood/db/return/move-return'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Records what came back and in which state, every unit of it; with it the money goes back. */
export const receiveReturn = operatorProcedure('return.receive')
  .input(receiveReturnInput)
  .output(z.object({ orderId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { returnId, lines, note } = input
    const act = {
      operatorId: ctx.user.id,
      action: 'return.receive',
      subject: returnId,
      reason: note,
      details: { lines },
    } as const
    const received = await asOperator(ctx.api.db, act, tx => receive(tx, returnId, lines))
    ctx.api.outbox.nudge()
    return received
  })
