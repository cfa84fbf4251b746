import { importInput } from '@makegood/core/catalogue/import-views'
import { endImport, lockImport } from '@makegood/db/catalogue-import/import-record'
import { inTransaction } from '@makegood/db/client'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Throws a previewed file away; nothing of the catalogue was changed by it. */
export const discardImport = operatorProcedure('catalogue.write')
  .input(importInput)
  .output(z.object({ importId: z.string() }))
  .mutation(({ ctx, input: { importId } }) =>
    inTransaction(ctx.api.db, async tx => {
      await lockImport(tx, importId)
      await endImport(tx, importId, { status: 'DISCARDED', report: null })
      return { importId }
    }),
  )
