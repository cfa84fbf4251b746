import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Begins a review of the books; its run tells how it goes. */
export const reviewBooks = operatorProcedure('money.reconcile')
  .input(z.strictObject({}))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx }) => ({ runId: await ctx.api.books.review(ctx.user.id) }))
