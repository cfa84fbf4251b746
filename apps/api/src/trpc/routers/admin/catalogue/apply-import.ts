import { applyImportInput, importViewSchema } from '@makegood/core/catalogue/import-views'
import { applyImport as apply } from '@makegood/db/catalogue-import/apply-import'
import { getImport } from '@makegood/db/catalogue-import/import-record'
import { readProductsFile } from '../../../../console/read-products-file.ts'
import { operatorProcedure } from '../../../trpc.ts'

/** Applies a previewed file as a whole: all good lines, or with `allOrNothing` only a file without a bad one. */
export const applyImport = operatorProcedure('catalogue.write')
  .input(applyImportInput)
  .output(importViewSchema)
  .mutation(async ({ ctx, input }) => {
    await apply(ctx.api.db, { ...input, operatorId: ctx.user.id, read: readProductsFile })
    return getImport(ctx.api.db, input.importId)
  })
