import { todayFiguresInput, todayFiguresSchema } from '@makegood/core/today/views'
import { operatorProcedure } from '../../../trpc.ts'

/** How the shop does: orders, money, failures and times of a period against the one before; two seconds old at most. */
export const getFigures = operatorProcedure('order.read')
  .input(todayFiguresInput)
  .output(todayFiguresSchema)
  .query(({ ctx, input }) => ctx.api.today.figures(input))
