import { orderComparisonSchema } from '@makegood/core/order/comparison-views'
import { orderInput } from '@makegood/core/order/inputs'
import { operatorProcedure } from '../../../trpc.ts'

/** Asks gateway, carrier and stock ledger now for what they have of an order, beside the shop's own record of it. */
export const compareOrder = operatorProcedure('money.read')
  .input(orderInput)
  .output(orderComparisonSchema)
  .query(({ ctx, input }) => ctx.api.books.compare(input.orderId))
