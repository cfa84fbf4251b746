import { savedProductSchema } from '@makegood/core/catalogue/operator-views'
import { savePicturesInput } from '@makegood/core/catalogue/picture-rules'
import { savePictures as save } from '@makegood/db/catalogue/save-pictures'
import { operatorProcedure } from '../../../trpc.ts'

/** Saves the order and the texts of a product's pictures, and takes away those that are left out. */
export const savePictures = operatorProcedure('catalogue.write')
  .input(savePicturesInput)
  .output(savedProductSchema)
  .mutation(({ ctx, input }) => save(ctx.api.db, input, ctx.user.id))
