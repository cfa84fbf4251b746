import { earlierTextsInput } from '@makegood/core/order/order-act-inputs'
import { earlierTextsSchema } from '@makegood/core/order/order-story'
import { listEarlierTexts as list } from '@makegood/db/order-note/list-earlier-texts'
import { operatorProcedure } from '../../../trpc.ts'

/** What a note said before it was edited. */
export const listEarlierTexts = operatorProcedure('order.read')
  .input(earlierTextsInput)
  .output(earlierTextsSchema)
  .query(({ ctx, input }) => list(ctx.api.db, input.noteId))
