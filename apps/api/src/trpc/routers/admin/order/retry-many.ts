import { DomainError } from '@makegood/core/errors'
import { retryManyInput } from '@makegood/core/order/operator-inputs'
import { manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import { retryIncident } from '@makegood/db/incident/retry-incident'
import { forMany } from '../../../for-many.ts'
import { operatorProcedure } from '../../../trpc.ts'
import { repairRequestOf } from '../incident/repair-request.ts'

/** Tries again what stopped in up to a hundred orders, for one reason; an order is done where all that is open of it could be tried again. */
export const retryMany = operatorProcedure('incident.retry')
  .input(retryManyInput)
  .output(manyOutcomesSchema)
  .mutation(async ({ ctx, input }) => {
    const { db, outbox } = ctx.api
    const answer = await forMany(ctx.api, input.orderIds, async orderId => {
      const open = await db.incident.findMany({ where: { orderId, resolvedAt: null }, select: { id: true } })
      if (open.length === 0) throw new DomainError('incident-moved-on', 'nothing is open of this order')
      for (const { id } of open)
        await retryIncident(db, { ...repairRequestOf(ctx, id), correlationId: ctx.requestId, reason: input.reason })
    })
    outbox.nudge()
    return answer
  })
