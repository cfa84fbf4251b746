import { importInput, importViewSchema } from '@makegood/core/catalogue/import-views'
import { getImport as read } from '@makegood/db/catalogue-import/import-record'
import { operatorProcedure } from '../../../trpc.ts'

/** What a file of products would do, or has done. */
export const getImport = operatorProcedure('catalogue.read')
  .input(importInput)
  .output(importViewSchema)
  .query(({ ctx, input }) => read(ctx.api.db, input.importId))
