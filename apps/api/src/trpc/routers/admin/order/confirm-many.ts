import { confirmManyInput } from '@makegood/core/order/operator-inputs'
import { manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import { confirmAsOperator } from '@makegood/db/order/confirm-as-operator'
import { forMany } from '../../../for-many.ts'
import { operatorProcedure } from '../../../trpc.ts'

/** Confirms up to a hundred held orders, each on its own. */
export const confirmMany = operatorProcedure('order.confirm')
  .input(confirmManyInput)
  .output(manyOutcomesSchema)
  .mutation(async ({ ctx, input }) => {
    const { db, policy, outbox } = ctx.api
    const { shippingStartSeconds } = policy
    const answer = await forMany(ctx.api, input.orders, order =>
      confirmAsOperator(db, { ...order, operatorId: ctx.user.id, shippingStartSeconds }),
    )
    outbox.nudge()
    return answer
  })
