import { cancelManyInput } from '@makegood/core/order/operator-inputs'
import { manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import { cancelAsOperator } from '@makegood/db/cancellation/cancel-as-operator'
import { forMany } from '../../../for-many.ts'
import { operatorProcedure } from '../../../trpc.ts'

/** Asks for up to a hundred orders to be cancelled, each on its own, for one reason. */
export const cancelMany = operatorProcedure('order.cancel')
  .input(cancelManyInput)
  .output(manyOutcomesSchema)
  .mutation(async ({ ctx, input: { orders, reason, note } }) => {
    const answer = await forMany(ctx.api, orders, order =>
      cancelAsOperator(ctx.api.db, { ...order, reason, note, operatorId: ctx.user.id }),
    )
    ctx.api.outbox.nudge()
    return answer
  })
