import { cancellationOutcomesSchema } from '@makegood/core/cancellation/views'
import { cancellationsInput } from '@makegood/core/order/operator-inputs'
import { listCancellationOutcomes } from '@makegood/db/cancellation/list-cancellation-outcomes'
import { operatorProcedure } from '../../../trpc.ts'

/** What became of up to a hundred requests to cancel, while a console waits for it. */
export const listCancellations = operatorProcedure('order.read')
  .input(cancellationsInput)
  .output(cancellationOutcomesSchema)
  .query(({ ctx, input }) => listCancellationOutcomes(ctx.api.db, input.cancellationIds))
