import { runsSchema } from '@makegood/core/reconciliation/reconciliation-views'
import { listRuns as read } from '@makegood/db/reconciliation/list-runs'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** The last reviews of the books. */
export const listRuns = operatorProcedure('money.read')
  .input(z.strictObject({}))
  .output(runsSchema)
  .query(({ ctx }) => read(ctx.api.db))
